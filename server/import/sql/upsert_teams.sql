-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.team (desk_id, name)
SELECT :desk, n FROM unnest(:names::text[]) n
ON CONFLICT (desk_id, lower(name)) WHERE deleted_at IS NULL DO NOTHING
