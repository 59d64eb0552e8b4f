-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT q.ticket_id, q.account_id, q.decision IS NOT NULL, a.display_name
FROM ticket.access_request q
JOIN ticket.account a ON a.id = q.account_id
WHERE q.id = :request
