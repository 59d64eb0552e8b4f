-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.organisation (name, description, created_by, created_at, updated_by, updated_at)
VALUES (:name, :description, :by, :now, :by, :now)
RETURNING id
