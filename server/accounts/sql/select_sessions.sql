-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT json_build_object(
           'id', s.id,
           'userAgent', s.user_agent,
           'peer', s.peer,
           'createdAt', ticket.iso(s.created_at),
           'lastUsedAt', ticket.iso(s.last_used_at),
           'expiresAt', ticket.iso(s.expires_at),
           'current', s.id = :current)
FROM ticket.session s
WHERE s.account_id = :account
  AND s.revoked_at IS NULL
  AND s.expires_at > :now
ORDER BY s.last_used_at DESC, s.id DESC
LIMIT 100
