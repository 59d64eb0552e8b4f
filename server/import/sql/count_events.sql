-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.external_reference x
JOIN ticket.timeline_entry e ON e.ticket_id = x.ticket_id AND e.kind = 'event'
WHERE x.source = :source
