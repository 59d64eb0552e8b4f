-- SPDX-License-Identifier: GPL-3.0-or-later
-- One's own that are unread: all, or those about a ticket.
UPDATE ticket.notification
SET read_at = :now
WHERE account_id = :viewer AND read_at IS NULL
  AND (:ticket::bigint IS NULL OR ticket_id = :ticket)
