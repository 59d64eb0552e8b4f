-- SPDX-License-Identifier: GPL-3.0-or-later
-- The workflow with its first version, made once; answers the version.
WITH made AS (
    INSERT INTO ticket.workflow (key, name)
    VALUES (:key, :name)
    ON CONFLICT (key) WHERE deleted_at IS NULL DO UPDATE SET name = ticket.workflow.name
    RETURNING id
), version AS (
    INSERT INTO ticket.workflow_version (workflow_id, number, definition)
    SELECT id, 1, :definition::jsonb FROM made
    ON CONFLICT (workflow_id, number) DO UPDATE SET number = excluded.number
    RETURNING id, workflow_id
)
SELECT workflow_id, id FROM version
