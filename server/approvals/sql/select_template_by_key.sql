-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT v.id
FROM ticket.approval_template v
WHERE v.desk_id = :desk AND v.key = :key AND v.deleted_at IS NULL
