-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT t.desk_id, t.category_id FROM ticket.visible_tickets(:viewer) t WHERE t.id = :ticket
