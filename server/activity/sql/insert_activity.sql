-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.activity (at, actor_id, actor_name, action, entity, entity_id, ticket_id, desk_id,
                             internal, old_value, new_value, peer, request_id)
VALUES (:at, :actor, :actor_name, :action, :entity, :entity_id, :ticket, :desk,
        :internal, :old_value::jsonb, :new_value::jsonb, :peer, :request_id)
