-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.ticket_participant (ticket_id, account_id, capacity, created_at)
VALUES (:ticket, :person, 'watcher', :now)
ON CONFLICT DO NOTHING
