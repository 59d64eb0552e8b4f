-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.canned_reply
    (scope, owner_id, desk_id, name, category_id, body, internal, actions,
     created_by, created_at, updated_by, updated_at)
VALUES (:scope, :owner, :desk, :name, :category, :body, :internal, :actions,
        :account, :now, :account, :now)
RETURNING id
