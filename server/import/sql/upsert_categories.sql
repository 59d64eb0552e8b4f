-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.category (desk_id, name, position)
SELECT :desk, n.name, n.position FROM unnest(:names::text[]) WITH ORDINALITY AS n(name, position)
ON CONFLICT (desk_id, lower(name)) WHERE deleted_at IS NULL DO NOTHING
