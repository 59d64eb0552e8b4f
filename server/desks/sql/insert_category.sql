-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.category
    (desk_id, name, description, position, approval_template_id, fields,
     created_by, created_at, updated_by, updated_at)
VALUES (:desk, :name, :description, :position, :approval_template, :fields, :account, :now, :account, :now)
RETURNING id
