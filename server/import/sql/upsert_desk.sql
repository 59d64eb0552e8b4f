-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.desk (key, name, description, workflow_id)
VALUES (:key, :name, :description, :workflow)
ON CONFLICT (key) DO UPDATE SET key = excluded.key
RETURNING id
