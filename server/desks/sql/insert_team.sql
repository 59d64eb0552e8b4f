-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.team (desk_id, name, description, created_by, created_at, updated_by, updated_at)
VALUES (:desk, :name, :description, :account, :now, :account, :now)
RETURNING id
