-- SPDX-License-Identifier: GPL-3.0-or-later
WITH page AS (
    SELECT a.id, lower(a.display_name) AS sort_name
    FROM ticket.matching_accounts(:search, :statuses::text[], :roles::text[], :desks::bigint[],
                                  :organisations::bigint[]) a
    WHERE (lower(a.display_name), a.id) > (:after_name::text, :after_id::bigint)
    ORDER BY lower(a.display_name), a.id
    OFFSET :skipped::bigint
    LIMIT :limit::bigint
)
SELECT answer.body, page.sort_name, page.id
FROM page
JOIN ticket.account_answer answer ON answer.id = page.id
ORDER BY page.sort_name, page.id
