-- SPDX-License-Identifier: GPL-3.0-or-later
-- A grant with the names of whom it lets in.
SELECT ticket.person_json(g.account_id),
       CASE WHEN r.id IS NULL THEN NULL ELSE json_build_object('id', r.id, 'name', r.name) END
FROM ticket.ticket_view_permission g
LEFT JOIN ticket.role r ON r.id = g.role_id
WHERE g.id = :grant AND g.ticket_id = :ticket
