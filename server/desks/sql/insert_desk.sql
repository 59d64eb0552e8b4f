-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.desk (key, name, description, workflow_id, created_by, created_at, updated_by, updated_at)
VALUES (:key, :name, :description, :workflow, :account, :now, :account, :now)
RETURNING id
