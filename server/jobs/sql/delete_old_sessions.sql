-- SPDX-License-Identifier: GPL-3.0-or-later
WITH gone AS (
    DELETE FROM ticket.refresh_token t
    USING ticket.session s
    WHERE s.id = t.session_id
      AND (s.expires_at < :before OR s.revoked_at < :before)
)
DELETE FROM ticket.session WHERE expires_at < :before OR revoked_at < :before
