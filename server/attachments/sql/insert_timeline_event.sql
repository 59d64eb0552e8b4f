-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.timeline_entry (ticket_id, kind, event_type, internal, author_id, details, created_at)
VALUES (:ticket, 'event', :event, :internal, :account, :details, :now)
RETURNING id
