-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.status_change (ticket_id, from_status, to_status, reason, trigger, changed_by, changed_at)
VALUES (:ticket, :from_status, :to_status, :reason, :trigger, :account, :now)
