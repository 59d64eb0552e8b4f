-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT e.id FROM ticket.ticket_trigger e WHERE e.id = :id AND e.deleted_at IS NULL FOR NO KEY UPDATE
