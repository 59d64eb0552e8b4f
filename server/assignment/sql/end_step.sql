-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.ticket_step SET ended_at = :now, note = :note
WHERE ticket_id = :ticket AND ended_at IS NULL
