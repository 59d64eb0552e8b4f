-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.role (key, name, built_in)
VALUES (:key, :name, true)
ON CONFLICT (key) WHERE deleted_at IS NULL DO UPDATE
SET name = excluded.name, built_in = true
RETURNING id
