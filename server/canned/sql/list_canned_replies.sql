-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those that somebody has; of them, when a desk is given, those for its tickets of a category.
SELECT a.body, left(lower(a.name), 60), a.id
FROM ticket.canned_reply_answer a
JOIN ticket.canned_reader r ON r.canned_id = a.id AND r.account_id = :viewer
WHERE a.deleted_at IS NULL
  AND (:desk::bigint IS NULL OR a.desk_id IS NULL
       OR a.desk_id = :desk::bigint AND (a.category_id IS NULL OR a.category_id = :category::bigint))
  AND (left(lower(a.name), 60), a.id) > (:after_name::text, :after_id::bigint)
ORDER BY left(lower(a.name), 60), a.id
LIMIT :limit OFFSET :skipped
