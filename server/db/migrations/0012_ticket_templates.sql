-- SPDX-License-Identifier: GPL-3.0-or-later
-- What new requests can begin with.

CREATE TABLE ticket.ticket_template (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    desk_id       bigint NOT NULL REFERENCES ticket.desk,
    name          text NOT NULL,
    title         text NOT NULL DEFAULT '',
    description   text NOT NULL DEFAULT '',
    category_id   bigint REFERENCES ticket.category,
    priority      ticket.priority NOT NULL DEFAULT 'medium',
    tags          text[] NOT NULL DEFAULT '{}',
    custom_fields jsonb NOT NULL DEFAULT '{}',
    version       integer NOT NULL DEFAULT 1,
    created_by    bigint,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_by    bigint,
    updated_at    timestamptz NOT NULL DEFAULT now(),
    deleted_by    bigint,
    deleted_at    timestamptz
);
CREATE UNIQUE INDEX ticket_template_name ON ticket.ticket_template (desk_id, lower(name)) WHERE deleted_at IS NULL;

-- A category that is gone cannot be chosen, by a template neither.
CREATE VIEW ticket.ticket_template_answer AS
    SELECT e.id, e.desk_id, e.name, e.version, e.deleted_at,
           json_build_object(
               'id', e.id,
               'desk', json_build_object('id', d.id, 'key', d.key, 'name', d.name),
               'name', e.name,
               'title', e.title,
               'description', e.description,
               'category', CASE WHEN c.id IS NULL THEN NULL
                                ELSE json_build_object('id', c.id, 'name', c.name) END,
               'priority', e.priority,
               'tags', e.tags,
               'customFields', e.custom_fields,
               'version', e.version) AS body
    FROM ticket.ticket_template e
    JOIN ticket.desk d ON d.id = e.desk_id
    LEFT JOIN ticket.category c ON c.id = e.category_id AND c.deleted_at IS NULL;
