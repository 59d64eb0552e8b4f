-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is signed in somewhere and could be allowed to see the ticket; whether they are, is another
-- question.
SELECT s.account_id
FROM ticket.ticket t
CROSS JOIN (SELECT DISTINCT account_id FROM ticket.session
            WHERE revoked_at IS NULL AND expires_at > :now) s
WHERE t.id = :ticket
  AND (s.account_id IN (t.requester_id, t.created_by, t.assignee_id)
       OR EXISTS (SELECT 1 FROM ticket.account_permission p
                  WHERE p.account_id = s.account_id
                    AND (p.desk_id IS NULL OR p.desk_id = t.desk_id)
                    AND p.permission IN ('ticket.view_all', 'ticket.view_team',
                                         'ticket.view_restricted'))
       OR EXISTS (SELECT 1 FROM ticket.ticket_participant p
                  WHERE p.account_id = s.account_id AND p.ticket_id = t.id)
       OR EXISTS (SELECT 1 FROM ticket.ticket_view_permission g
                  LEFT JOIN ticket.account_role ar ON ar.role_id = g.role_id
                  WHERE g.ticket_id = t.id
                    AND s.account_id IN (g.account_id, ar.account_id)))
ORDER BY s.account_id
