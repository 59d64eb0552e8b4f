-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those of the ids that are not active accounts.
SELECT m
FROM unnest(:members::bigint[]) m
WHERE NOT EXISTS (SELECT 1 FROM ticket.account a
                  WHERE a.id = m AND a.status = 'active' AND a.deleted_at IS NULL)
ORDER BY m
