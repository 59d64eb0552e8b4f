-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.saved_view
SET name = :name, scope = :scope, team_id = :team, query = :query, sort = :sort,
    columns = :columns, position = :position,
    version = version + 1, updated_by = :account, updated_at = :now
WHERE id = :id
