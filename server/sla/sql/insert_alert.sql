-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.sla_alert (ticket_id, target, kind, due_at, told_at)
VALUES (:ticket, :target, :kind, :due_at, :now)
ON CONFLICT DO NOTHING
RETURNING ticket_id
