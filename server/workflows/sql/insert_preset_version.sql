-- SPDX-License-Identifier: GPL-3.0-or-later
-- A new version only where the shipped definition has changed and nobody has made the workflow
-- their own meanwhile.
INSERT INTO ticket.workflow_version (workflow_id, number, definition, created_at)
SELECT w.id, COALESCE(newest.number, 0) + 1, :definition::jsonb, :now
FROM ticket.workflow w
LEFT JOIN LATERAL (SELECT v.number, v.definition, v.created_by
                   FROM ticket.workflow_version v
                   WHERE v.workflow_id = w.id
                   ORDER BY v.number DESC
                   LIMIT 1) newest ON true
WHERE w.key = :key
  AND w.deleted_at IS NULL
  AND w.created_by IS NULL
  AND newest.created_by IS NULL
  AND newest.definition IS DISTINCT FROM :definition::jsonb
