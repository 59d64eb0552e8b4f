-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.approval_process SET state = :state, stuck = '', ended_at = :now WHERE id = :process
