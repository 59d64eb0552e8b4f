-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is signed in somewhere and could be allowed to see the ticket; whether they are, is another
-- question.
SELECT DISTINCT s.account_id
FROM ticket.session s
WHERE s.revoked_at IS NULL
  AND s.expires_at > :now
  AND (s.account_id IN (SELECT c FROM ticket.concerned_accounts(:ticket) c)
       OR s.account_id IN (SELECT o.account_id FROM ticket.overseeing_account o))
ORDER BY s.account_id
