-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT tm.name FROM ticket.team tm
WHERE tm.id = :team AND tm.desk_id = :desk AND tm.deleted_at IS NULL
