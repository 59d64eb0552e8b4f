-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT json_build_object(
           'id', g.id,
           'person', ticket.person_json(g.account_id),
           'role', CASE WHEN r.id IS NULL THEN NULL
                        ELSE json_build_object('id', r.id, 'name', r.name) END,
           'createdBy', ticket.person_json(g.created_by),
           'createdAt', ticket.iso(g.created_at))
FROM ticket.visible_tickets(:viewer) t
JOIN ticket.ticket_view_permission g ON g.ticket_id = t.id
LEFT JOIN ticket.role r ON r.id = g.role_id
WHERE t.id = :ticket AND (:grant::bigint IS NULL OR g.id = :grant)
ORDER BY g.id
