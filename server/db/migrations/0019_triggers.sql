-- SPDX-License-Identifier: GPL-3.0-or-later
-- Triggers: on an event, if conditions hold, actions (docs/adr/0038).

CREATE TABLE ticket.ticket_trigger (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    desk_id    bigint REFERENCES ticket.desk, -- NULL: of tickets of every desk
    name       text NOT NULL,
    enabled    boolean NOT NULL,
    position   integer NOT NULL,
    moment     text NOT NULL,
    query      text NOT NULL,
    -- As the interface shows them.
    actions    jsonb NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    created_by bigint,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_by bigint,
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_by bigint,
    deleted_at timestamptz
);
CREATE UNIQUE INDEX ticket_trigger_name ON ticket.ticket_trigger (desk_id, lower(name))
    NULLS NOT DISTINCT WHERE deleted_at IS NULL;

-- What is to be looked at, and afterwards what came of it: queue and log in one.
CREATE TABLE ticket.trigger_run (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    trigger_id  bigint NOT NULL REFERENCES ticket.ticket_trigger,
    ticket_id   bigint NOT NULL REFERENCES ticket.ticket,
    chain       bigint[] NOT NULL, -- the triggers that caused it, this one the last
    outcome     text CHECK (outcome IN ('done', 'not_met', 'failed', 'stopped')), -- NULL: it waits
    reason      text NOT NULL DEFAULT '',
    queued_at   timestamptz NOT NULL,
    finished_at timestamptz
);
CREATE INDEX trigger_run_waiting ON ticket.trigger_run (ticket_id, id) WHERE outcome IS NULL;
CREATE INDEX trigger_run_log ON ticket.trigger_run (trigger_id, id);

CREATE VIEW ticket.ticket_trigger_answer AS
    SELECT g.id, g.desk_id, g.name, g.version, g.deleted_at,
           json_build_object(
               'id', g.id,
               'desk', CASE WHEN d.id IS NULL THEN NULL
                            ELSE json_build_object('id', d.id, 'key', d.key, 'name', d.name) END,
               'name', g.name,
               'isEnabled', g.enabled,
               'position', g.position,
               'moment', g.moment,
               'query', g.query,
               'actions', g.actions,
               'version', g.version) AS body
    FROM ticket.ticket_trigger g
    LEFT JOIN ticket.desk d ON d.id = g.desk_id;
