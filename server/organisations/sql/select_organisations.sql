-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT body, lower(name), id
FROM ticket.organisation_answer
WHERE deleted_at IS NULL
  AND strpos(lower(name), lower(:search)) > 0
  AND (lower(name), id) > (:after_name::text, :after_id::bigint)
ORDER BY lower(name), id
OFFSET :skipped::bigint
LIMIT :limit::bigint
