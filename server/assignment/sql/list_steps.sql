-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT s.status, r.key, s.account_id, a.display_name, s.origin, s.waiting, s.note, s.started_at, s.ended_at
FROM ticket.ticket_step s
JOIN ticket.role r ON r.id = s.role_id
LEFT JOIN ticket.account a ON a.id = s.account_id
WHERE s.ticket_id = :ticket
ORDER BY s.id
