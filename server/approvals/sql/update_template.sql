-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.approval_template
SET name = :name, description = :description, steps = :steps, allow_self_approval = :allow_self_approval,
    version = version + 1, updated_by = :account, updated_at = :now
WHERE id = :id
