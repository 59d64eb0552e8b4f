-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether somebody sees a ticket, and its desk.
SELECT t.desk_id FROM ticket.visible_tickets(:viewer) t WHERE t.id = :ticket
