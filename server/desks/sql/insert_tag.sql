-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.tag (name, color, created_by, created_at, updated_by, updated_at)
VALUES (:name, :color, :account, :now, :account, :now)
RETURNING id
