-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.team (desk_id, name, description, assignment_rule, created_by, created_at, updated_by, updated_at)
VALUES (:desk, :name, :description, :rule, :account, :now, :account, :now)
RETURNING id
