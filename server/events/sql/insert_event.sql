-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.event (id, type, ticket_id, internal, recipients, actor_id, data, created_at)
OVERRIDING SYSTEM VALUE
VALUES (ticket.next_id('ticket.event_id_seq', :internal), :type, :ticket, :internal,
        :recipients::bigint[], :actor, :data::jsonb, :now)
