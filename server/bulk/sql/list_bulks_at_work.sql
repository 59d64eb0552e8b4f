-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT b.id, b.account_id, b.state, b.change, b.peer, b.request_id
FROM ticket.bulk b
WHERE b.state IN ('rehearsing', 'running', 'undoing')
ORDER BY b.id
