-- SPDX-License-Identifier: GPL-3.0-or-later
-- In whose places somebody may decide now on this ticket.
SELECT d.account_id
FROM ticket.decidable_places(:viewer, :now) d
WHERE d.ticket_id = :ticket
ORDER BY d.place_id
