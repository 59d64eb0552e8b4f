-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.timeline_entry
    (id, ticket_id, kind, event_type, internal, author_id, body, is_solution, details, created_at)
OVERRIDING SYSTEM VALUE
VALUES (ticket.next_id('ticket.timeline_entry_id_seq', :internal), :ticket, :kind, :event_type,
        :internal, :author, :body, :is_solution, :details, :now)
RETURNING id
