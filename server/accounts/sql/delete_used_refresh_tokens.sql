-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.refresh_token
WHERE session_id = :session
  AND used_at < :before
