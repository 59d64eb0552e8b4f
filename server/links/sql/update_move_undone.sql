-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.ticket_move SET undone_by = :account, undone_at = :now WHERE id = :move
