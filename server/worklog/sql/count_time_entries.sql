-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*) FROM ticket.time_entry e WHERE e.ticket_id = :ticket
