-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a desk promises, and which count of its changes that is: one answer of one moment.
SELECT d.service_revision, p.id, p.name, p.category_id, p.priority, p.first_response_minutes,
       p.resolution_minutes, p.warn_percent, p.escalates, c.id, c.time_zone, c.periods, c.holidays
FROM ticket.desk d
LEFT JOIN ticket.sla_policy p ON p.desk_id = d.id AND p.deleted_at IS NULL
LEFT JOIN ticket.calendar c ON c.id = p.calendar_id
WHERE d.id = :desk
ORDER BY p.id
