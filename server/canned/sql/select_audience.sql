-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is signed in somewhere and has it, or had it until now.
SELECT DISTINCT s.account_id
FROM ticket.session s
JOIN ticket.canned_reader r ON r.account_id = s.account_id AND r.canned_id = :id
WHERE s.revoked_at IS NULL AND s.expires_at > :now
ORDER BY s.account_id
