-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.ticket_link l WHERE l.id = :link
