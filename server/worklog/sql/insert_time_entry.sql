-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.time_entry (ticket_id, account_id, minutes, day, note, created_at)
VALUES (:ticket, :account, :minutes, :day, :note, :now)
RETURNING id
