-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT name, id FROM ticket.team WHERE desk_id = :desk AND deleted_at IS NULL
