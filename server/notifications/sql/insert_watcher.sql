-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.ticket_watcher (ticket_id, account_id, mode, created_by, created_at)
VALUES (:ticket, :person, :mode, :account, :now)
ON CONFLICT DO NOTHING
