-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.organisation
SET name = :name, description = :description, version = version + 1, updated_by = :by,
    updated_at = :now
WHERE id = :organisation
