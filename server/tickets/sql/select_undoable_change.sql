-- SPDX-License-Identifier: GPL-3.0-or-later
-- The change that made the ticket what it is now, if this person made it: what was before, when it
-- was made, since when the ticket had been in its status, and whether an approval began or ended
-- by it. The log is written right after the ticket; whatever came later would be newer in both.
SELECT a.old_value, a.at,
       COALESCE((SELECT s.changed_at
                 FROM ticket.status_change s
                 WHERE s.ticket_id = t.id AND s.changed_at < t.status_changed_at
                 ORDER BY s.changed_at DESC, s.id DESC
                 LIMIT 1), t.created_at),
       EXISTS (SELECT 1 FROM ticket.approval_process p
               WHERE p.ticket_id = t.id AND (p.started_at >= a.at OR p.ended_at >= a.at))
FROM ticket.ticket t
CROSS JOIN LATERAL (SELECT c.entity, c.old_value, c.at, c.actor_id,
                           c.xmin AS made_in
                    FROM ticket.activity c
                    WHERE c.ticket_id = t.id AND c.action <> 'view' AND c.entity <> 'approval'
                      AND NOT c.internal
                    ORDER BY c.id DESC
                    LIMIT 1) a
WHERE t.id = :ticket AND t.updated_by = :account AND a.actor_id = :account AND a.at >= t.updated_at
  AND a.entity = 'ticket' AND a.old_value IS NOT NULL
  -- What a reply does to its ticket, in the same transaction, is no change of its own.
  AND NOT EXISTS (SELECT 1 FROM ticket.activity r
                  WHERE r.ticket_id = t.id AND r.entity = 'reply' AND r.xmin = a.made_in)
