-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT name, id FROM ticket.category WHERE desk_id = :desk AND deleted_at IS NULL
