-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT c.name FROM ticket.category c
WHERE c.id = :category AND c.desk_id = :desk AND c.deleted_at IS NULL
