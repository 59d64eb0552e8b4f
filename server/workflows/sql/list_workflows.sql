-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT e.body, left(lower(e.name), 60), e.id
FROM ticket.workflow_answer e
WHERE e.deleted_at IS NULL
  AND (left(lower(e.name), 60), e.id) > (:after_name::text, :after_id::bigint)
ORDER BY left(lower(e.name), 60), e.id
LIMIT :limit OFFSET :skipped
