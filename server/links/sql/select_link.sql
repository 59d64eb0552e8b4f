-- SPDX-License-Identifier: GPL-3.0-or-later
-- A plain link of the ticket, as it looks from there.
SELECT l.other_id, l.kind FROM ticket.linked_ticket l WHERE l.link_id = :link AND l.ticket_id = :ticket
