-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(DISTINCT x.step_id)
FROM ticket.decidable_places(:viewer, :now) x
JOIN ticket.visible_tickets(:viewer) t ON t.id = x.ticket_id
