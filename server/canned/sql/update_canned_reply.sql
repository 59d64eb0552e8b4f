-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.canned_reply
SET name = :name, category_id = :category, body = :body, internal = :internal, actions = :actions,
    version = version + 1, updated_by = :account, updated_at = :now
WHERE id = :id
