-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.ticket_view_permission (ticket_id, account_id, role_id, created_by, created_at)
SELECT :target, g.account_id, g.role_id, :account, :now
FROM ticket.ticket_view_permission g
WHERE g.ticket_id = :source
ON CONFLICT DO NOTHING
