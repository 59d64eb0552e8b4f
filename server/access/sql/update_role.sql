-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.role
SET name = :name, description = :description, version = version + 1, updated_by = :by,
    updated_at = :now
WHERE id = :role
