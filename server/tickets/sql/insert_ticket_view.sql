-- SPDX-License-Identifier: GPL-3.0-or-later
-- Answers a row only for the first look of that day, which alone counts.
INSERT INTO ticket.ticket_view (ticket_id, account_id, day)
VALUES (:ticket, :account, :day)
ON CONFLICT DO NOTHING
RETURNING ticket_id
