-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.desk e
WHERE e.id IN (SELECT d.id FROM ticket.visible_desks(:viewer) d)
