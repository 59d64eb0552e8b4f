-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.ticket_step SET waiting = :waiting
WHERE ticket_id = :ticket AND ended_at IS NULL AND waiting <> 'released' AND waiting <> :waiting
