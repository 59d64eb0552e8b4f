-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.workflow (key, name, created_at, updated_at)
VALUES (:key, :name, :now, :now)
ON CONFLICT (key) WHERE deleted_at IS NULL DO NOTHING
