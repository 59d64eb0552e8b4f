-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.desk (key, name, description, workflow_id, assignment_rule, assignment_role,
                         created_by, created_at, updated_by, updated_at)
VALUES (:key, :name, :description, :workflow, :assignment_rule, :assignment_role, :account, :now, :account, :now)
RETURNING id
