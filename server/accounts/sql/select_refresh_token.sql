-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT s.id, s.account_id, a.display_name
FROM ticket.refresh_token t
JOIN ticket.session s ON s.id = t.session_id
JOIN ticket.account a ON a.id = s.account_id
WHERE t.token_hash = :hash
  AND t.expires_at > :now
