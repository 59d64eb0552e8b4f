-- SPDX-License-Identifier: GPL-3.0-or-later
-- A calendar of that desk which can still be chosen. It stays while a policy is written that needs it.
SELECT c.time_zone, c.periods, c.holidays
FROM ticket.calendar c
WHERE c.id = :calendar AND c.desk_id = :desk AND c.deleted_at IS NULL
FOR KEY SHARE
