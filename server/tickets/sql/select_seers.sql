-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those of the accounts that may see the ticket.
SELECT a.id
FROM unnest(:accounts::bigint[]) a (id)
CROSS JOIN LATERAL ticket.visible_tickets(a.id) t
WHERE t.id = :ticket
ORDER BY a.id
