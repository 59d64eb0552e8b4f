-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.refresh_token (token_hash, session_id, created_at, expires_at)
VALUES (:hash, :session, :now, :expires_at)
