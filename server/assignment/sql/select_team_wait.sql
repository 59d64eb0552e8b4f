-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT tm.id, tm.name
FROM ticket.team_wait w
JOIN ticket.team tm ON tm.id = w.team_id
WHERE w.ticket_id = :ticket
