-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.ticket_view_permission (ticket_id, account_id, role_id, created_by, created_at)
VALUES (:ticket, :person, :role, :account, :now)
ON CONFLICT DO NOTHING
RETURNING id
