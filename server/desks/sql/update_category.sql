-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.category
SET name = :name, description = :description, position = :position,
    approval_template_id = :approval_template, fields = :fields,
    version = version + 1, updated_by = :account, updated_at = :now
WHERE id = :id
