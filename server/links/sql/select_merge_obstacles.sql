-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether somebody sees one of the tickets and not the other while one of them is restricted;
-- whether an approval of the source runs; whether one of them was merged into another.
SELECT (s.visibility = 'restricted' OR t.visibility = 'restricted')
           AND (s.visibility <> t.visibility OR s.desk_id <> t.desk_id
                OR EXISTS (SELECT 1
                           FROM (SELECT c FROM ticket.concerned_accounts(s.id) c
                                 UNION
                                 SELECT c FROM ticket.concerned_accounts(t.id) c) p (account)
                           WHERE EXISTS (SELECT 1 FROM ticket.visible_tickets(p.account) v WHERE v.id = s.id)
                              <> EXISTS (SELECT 1 FROM ticket.visible_tickets(p.account) v WHERE v.id = t.id))),
       EXISTS (SELECT 1 FROM ticket.approval_process p WHERE p.ticket_id = s.id AND p.state = 'pending'),
       EXISTS (SELECT 1 FROM ticket.ticket_move m
               WHERE m.kind = 'merge' AND m.undone_at IS NULL AND m.source_id IN (s.id, t.id))
FROM ticket.ticket s, ticket.ticket t
WHERE s.id = :source AND t.id = :target
