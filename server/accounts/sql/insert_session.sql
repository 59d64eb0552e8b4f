-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.session (account_id, user_agent, peer, created_at, last_used_at, expires_at)
VALUES (:account, :user_agent, :peer, :now, :now, :expires_at)
RETURNING id
