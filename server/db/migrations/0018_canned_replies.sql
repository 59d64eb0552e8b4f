-- SPDX-License-Identifier: GPL-3.0-or-later
-- Texts that are written often, with variables; those with actions are macros (docs/adr/0037).

-- Personal: its owner's alone; desk: of whoever works on the desk; global: of whoever works on
-- tickets. "actions" as the interface shows them: {"priority":"high","assignedTo":"me"}.
CREATE TABLE ticket.canned_reply (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text NOT NULL,
    scope       text NOT NULL CHECK (scope IN ('personal', 'desk', 'global')),
    owner_id    bigint REFERENCES ticket.account,
    desk_id     bigint REFERENCES ticket.desk,
    category_id bigint REFERENCES ticket.category,
    body        text NOT NULL DEFAULT '',
    internal    boolean NOT NULL DEFAULT false,
    actions     jsonb NOT NULL DEFAULT '{}',
    version     integer NOT NULL DEFAULT 1,
    created_by  bigint,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_by  bigint,
    updated_at  timestamptz NOT NULL DEFAULT now(),
    deleted_by  bigint,
    deleted_at  timestamptz,
    CHECK ((scope = 'personal') = (owner_id IS NOT NULL)),
    CHECK ((scope = 'desk') = (desk_id IS NOT NULL)),
    CHECK (category_id IS NULL OR desk_id IS NOT NULL)
);
CREATE UNIQUE INDEX canned_reply_name ON ticket.canned_reply (scope, owner_id, desk_id, category_id, lower(name))
    NULLS NOT DISTINCT WHERE deleted_at IS NULL;

CREATE VIEW ticket.canned_reply_answer AS
    SELECT r.id, r.scope, r.owner_id, r.desk_id, r.category_id, r.name, r.version, r.deleted_at,
           json_build_object(
               'id', r.id,
               'name', r.name,
               'scope', r.scope,
               'owner', ticket.person_json(r.owner_id),
               'desk', CASE WHEN d.id IS NULL THEN NULL
                            ELSE json_build_object('id', d.id, 'key', d.key, 'name', d.name) END,
               'category', CASE WHEN c.id IS NULL THEN NULL
                                ELSE json_build_object('id', c.id, 'name', c.name) END,
               'text', r.body,
               'isInternal', r.internal,
               'actions', r.actions,
               'assignee', CASE WHEN jsonb_typeof(r.actions -> 'assignedTo') = 'number'
                                THEN ticket.person_json((r.actions ->> 'assignedTo')::bigint) END,
               'team', CASE WHEN t.id IS NULL THEN NULL
                            ELSE json_build_object('id', t.id, 'name', t.name) END,
               'version', r.version) AS body
    FROM ticket.canned_reply r
    LEFT JOIN ticket.desk d ON d.id = r.desk_id
    LEFT JOIN ticket.category c ON c.id = r.category_id
    LEFT JOIN ticket.team t ON t.id = (r.actions ->> 'team')::bigint;

-- Who has which of them, removed ones too: those who had them hear of it.
CREATE VIEW ticket.canned_reader AS
    SELECT DISTINCT r.id AS canned_id, p.account_id
    FROM ticket.canned_reply r
    JOIN ticket.account_permission p
        ON p.permission IN ('ticket.view_team', 'ticket.view_all', 'ticket.reply', 'canned.manage')
       AND CASE r.scope
               WHEN 'personal' THEN p.account_id = r.owner_id
               WHEN 'desk' THEN p.desk_id IS NULL OR p.desk_id = r.desk_id
               ELSE true
           END
    LEFT JOIN ticket.desk d ON d.id = r.desk_id
    WHERE d.deleted_at IS NULL;
