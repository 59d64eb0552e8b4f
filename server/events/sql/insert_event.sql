-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.event (type, ticket_id, internal, recipients, actor_id, data, created_at)
VALUES (:type, :ticket, :internal, :recipients::bigint[], :actor, :data::jsonb, :now)
