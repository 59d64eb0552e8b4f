-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.approval_step SET state = :state, ended_at = :now WHERE id = :step AND state = 'pending'
