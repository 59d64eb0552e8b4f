-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.tag (name, created_by, created_at, updated_by, updated_at)
SELECT n.name, :account, :now, :account, :now
FROM unnest(:names::text[]) n (name)
WHERE NOT EXISTS (SELECT 1 FROM ticket.tag g
                  WHERE lower(g.name) = lower(n.name) AND g.deleted_at IS NULL)
ORDER BY lower(n.name)
ON CONFLICT (lower(name)) WHERE deleted_at IS NULL DO NOTHING
RETURNING id
