-- SPDX-License-Identifier: GPL-3.0-or-later
-- The desk, or all without an id, with the newest version of its workflow.
SELECT d.id, d.key, d.name, v.id, d.service_revision
FROM ticket.desk d
CROSS JOIN LATERAL (SELECT wv.id
                    FROM ticket.workflow_version wv
                    WHERE wv.workflow_id = d.workflow_id
                    ORDER BY wv.number DESC
                    LIMIT 1) v
WHERE d.deleted_at IS NULL AND (:desk::bigint IS NULL OR d.id = :desk)
ORDER BY d.id
