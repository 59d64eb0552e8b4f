-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.tag
SET name = :name, color = :color, version = version + 1, updated_by = :account, updated_at = :now
WHERE id = :id
