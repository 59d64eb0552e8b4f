-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.workflow_version (workflow_id, number, definition, created_by, created_at)
SELECT :workflow, COALESCE(max(v.number), 0) + 1, :definition::jsonb, :account, :now
FROM ticket.workflow_version v
WHERE v.workflow_id = :workflow
