-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.team
SET name = :name, description = :description, assignment_rule = :rule,
    version = version + 1, updated_by = :account, updated_at = :now
WHERE id = :id
