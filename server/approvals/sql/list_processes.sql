-- SPDX-License-Identifier: GPL-3.0-or-later
-- The processes of a ticket that one may see, the newest first.
SELECT p.body,
       EXISTS (SELECT 1 FROM ticket.decidable_places(:viewer, :now) d WHERE d.process_id = p.id)
FROM ticket.visible_tickets(:viewer) t
JOIN ticket.approval_process_answer p ON p.ticket_id = t.id
WHERE t.id = :ticket
ORDER BY p.id DESC
