-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.ticket_view_permission WHERE id = :grant AND ticket_id = :ticket
