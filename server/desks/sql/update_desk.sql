-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.desk
SET name = :name, description = :description, workflow_id = :workflow,
    approval_template_id = :approval_template, assignment_rule = :assignment_rule,
    assignment_role = :assignment_role,
    version = version + 1, updated_by = :account, updated_at = :now
WHERE id = :id
