-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.approval_template
    (desk_id, key, name, description, steps, allow_self_approval, created_by, created_at, updated_by, updated_at)
VALUES (:desk, :key, :name, :description, :steps, :allow_self_approval, :account, :now, :account, :now)
RETURNING id
