-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.ticket_link (ticket_id, other_id, kind, created_by, created_at)
VALUES (:ticket, :other, :kind, :account, :now)
