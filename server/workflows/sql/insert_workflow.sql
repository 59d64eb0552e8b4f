-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.workflow (key, name, created_by, created_at, updated_by, updated_at)
VALUES (:key, :name, :account, :now, :account, :now)
RETURNING id
