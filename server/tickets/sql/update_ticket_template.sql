-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.ticket_template
SET name = :name, title = :title, description = :description, category_id = :category,
    priority = :priority, tags = :tags, custom_fields = :custom_fields,
    version = version + 1, updated_by = :account, updated_at = :now
WHERE id = :id
