-- SPDX-License-Identifier: GPL-3.0-or-later
-- The turns of a team, held until the transaction ends.
SELECT 0::bigint, tm.last_account_id
FROM ticket.team tm
WHERE tm.id = :team AND tm.deleted_at IS NULL
FOR NO KEY UPDATE
