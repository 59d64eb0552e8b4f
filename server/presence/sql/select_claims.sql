-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which of these tickets somebody is answering, or of all of them when none is named, and who.
SELECT c.ticket_id, c.account_id, a.display_name, c.expires_at
FROM ticket.claim c
JOIN ticket.account a ON a.id = c.account_id
WHERE c.expires_at > :now
  AND (cardinality(:tickets::bigint[]) = 0 OR c.ticket_id = ANY (:tickets))
