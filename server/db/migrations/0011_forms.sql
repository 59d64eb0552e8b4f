-- SPDX-License-Identifier: GPL-3.0-or-later
-- Forms of categories, and what requesters say in the end.

ALTER TABLE ticket.category ADD COLUMN fields jsonb NOT NULL DEFAULT '[]';

CREATE OR REPLACE VIEW ticket.category_answer AS
    SELECT c.id, c.desk_id, c.position, c.name, c.version, c.deleted_at,
           json_build_object(
               'id', c.id,
               'desk', json_build_object('id', d.id, 'key', d.key, 'name', d.name),
               'name', c.name,
               'description', c.description,
               'position', c.position,
               'approvalTemplate', CASE WHEN v.id IS NULL THEN NULL
                                        ELSE json_build_object('id', v.id, 'name', v.name) END,
               'fields', c.fields,
               'version', c.version) AS body
    FROM ticket.category c
    JOIN ticket.desk d ON d.id = c.desk_id
    LEFT JOIN ticket.approval_template v ON v.id = c.approval_template_id;

-- How content the requester is, once a ticket is closed; they may change it.
CREATE TABLE ticket.rating (
    ticket_id  bigint PRIMARY KEY REFERENCES ticket.ticket,
    account_id bigint NOT NULL REFERENCES ticket.account,
    score      smallint NOT NULL CHECK (score BETWEEN 1 AND 5),
    comment    text NOT NULL DEFAULT '',
    rated_at   timestamptz NOT NULL
);
