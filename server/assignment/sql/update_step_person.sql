-- SPDX-License-Identifier: GPL-3.0-or-later
-- Somebody has come for a step that nobody had.
UPDATE ticket.ticket_step SET account_id = :account, waiting = NULL
WHERE ticket_id = :ticket AND ended_at IS NULL AND account_id IS NULL
RETURNING id
