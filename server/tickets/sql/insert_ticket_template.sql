-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.ticket_template
    (desk_id, name, title, description, category_id, priority, tags, custom_fields,
     created_by, created_at, updated_by, updated_at)
VALUES (:desk, :name, :title, :description, :category, :priority, :tags, :custom_fields,
        :account, :now, :account, :now)
RETURNING id
