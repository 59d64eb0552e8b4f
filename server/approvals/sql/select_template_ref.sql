-- SPDX-License-Identifier: GPL-3.0-or-later
-- A template of that desk which can still be chosen.
SELECT v.name
FROM ticket.approval_template v
WHERE v.id = :template AND v.desk_id = :desk AND v.deleted_at IS NULL
