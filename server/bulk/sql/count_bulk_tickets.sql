-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.bulk b
JOIN ticket.bulk_ticket x ON x.bulk_id = b.id
WHERE b.id = :bulk AND b.account_id = :viewer
  AND (:outcomes::text[] = '{}' OR x.outcome = ANY (:outcomes::text[]))
