-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT e.id FROM ticket.timeline_entry e
WHERE e.ticket_id = :ticket AND e.is_solution AND e.deleted_at IS NULL
