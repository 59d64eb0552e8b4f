-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.canned_reply a
JOIN ticket.canned_reader r ON r.canned_id = a.id AND r.account_id = :viewer
WHERE a.deleted_at IS NULL
  AND (:desk::bigint IS NULL OR a.desk_id IS NULL
       OR a.desk_id = :desk::bigint AND (a.category_id IS NULL OR a.category_id = :category::bigint))
