-- SPDX-License-Identifier: GPL-3.0-or-later
-- Only for a ticket that is there, restricted, and hidden from whoever asks; once while it waits.
INSERT INTO ticket.access_request (ticket_id, account_id, reason, created_at)
SELECT t.id, :account, :reason, :now
FROM ticket.ticket t
WHERE t.id = :ticket AND t.deleted_at IS NULL AND t.visibility = 'restricted'
  AND NOT EXISTS (SELECT 1 FROM ticket.visible_tickets(:account) v WHERE v.id = :ticket)
ON CONFLICT (ticket_id, account_id) WHERE decision IS NULL DO NOTHING
RETURNING id
