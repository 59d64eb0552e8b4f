-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may let others into the ticket: whoever sees it and may grant.
SELECT a.id
FROM ticket.account a
CROSS JOIN ticket.ticket t
WHERE t.id = :ticket AND a.status = 'active' AND a.deleted_at IS NULL
  AND (a.id IN (t.requester_id, t.created_by)
       OR a.id IN (SELECT p.account_id FROM ticket.account_permission p
                   WHERE p.permission IN ('ticket.view_restricted', 'desk.manage')
                     AND (p.desk_id IS NULL OR p.desk_id = t.desk_id)))
ORDER BY a.id
