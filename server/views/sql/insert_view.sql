-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.saved_view
    (name, scope, owner_id, team_id, query, sort, columns, position,
     created_by, created_at, updated_by, updated_at)
VALUES (:name, :scope, :account, :team, :query, :sort, :columns, :position,
        :account, :now, :account, :now)
RETURNING id
