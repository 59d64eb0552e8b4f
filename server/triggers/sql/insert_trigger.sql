-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.ticket_trigger
    (desk_id, name, enabled, position, moment, query, actions, created_by, created_at, updated_by,
     updated_at)
VALUES (:desk, :name, :enabled, :position, :moment, :query, :actions::jsonb, :account, :now,
        :account, :now)
RETURNING id
