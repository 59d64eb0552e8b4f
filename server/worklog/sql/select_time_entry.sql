-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT e.account_id, e.minutes, e.day::text, e.note
FROM ticket.time_entry e
WHERE e.id = :entry AND e.ticket_id = :ticket
