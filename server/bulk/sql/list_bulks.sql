-- SPDX-License-Identifier: GPL-3.0-or-later
-- One's own, the newest first.
SELECT a.body, '', a.id
FROM ticket.bulk_answer a
WHERE a.account_id = :viewer AND (:after_id::bigint = 0 OR a.id < :after_id)
ORDER BY a.id DESC
LIMIT :limit OFFSET :skipped
