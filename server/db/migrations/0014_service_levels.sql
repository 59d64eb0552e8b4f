-- SPDX-License-Identifier: GPL-3.0-or-later
-- Service levels: what desks promise, and how each ticket stands (docs/adr/0028).

CREATE TABLE ticket.calendar (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    desk_id    bigint NOT NULL REFERENCES ticket.desk,
    name       text NOT NULL,
    time_zone  text NOT NULL,
    -- As the interface shows them.
    periods    jsonb NOT NULL,
    holidays   jsonb NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    created_by bigint,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_by bigint,
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_by bigint,
    deleted_at timestamptz
);
CREATE UNIQUE INDEX calendar_name ON ticket.calendar (desk_id, lower(name)) WHERE deleted_at IS NULL;

CREATE TABLE ticket.sla_policy (
    id                     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    desk_id                bigint NOT NULL REFERENCES ticket.desk,
    name                   text NOT NULL,
    -- NULL: of every category, of every priority. Of all that fit, the one that says most holds.
    category_id            bigint REFERENCES ticket.category,
    priority               ticket.priority,
    calendar_id            bigint NOT NULL REFERENCES ticket.calendar,
    first_response_minutes integer,
    resolution_minutes     integer,
    warn_percent           integer NOT NULL,
    escalates              boolean NOT NULL,
    version                integer NOT NULL DEFAULT 1,
    created_by             bigint,
    created_at             timestamptz NOT NULL DEFAULT now(),
    updated_by             bigint,
    updated_at             timestamptz NOT NULL DEFAULT now(),
    deleted_by             bigint,
    deleted_at             timestamptz
);
CREATE UNIQUE INDEX sla_policy_name ON ticket.sla_policy (desk_id, lower(name)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX sla_policy_scope ON ticket.sla_policy (desk_id, category_id, priority)
    NULLS NOT DISTINCT WHERE deleted_at IS NULL;
CREATE INDEX sla_policy_calendar ON ticket.sla_policy (calendar_id) WHERE deleted_at IS NULL;

-- Counts every change of what the desk promises. A ticket knows by which it was reckoned.
ALTER TABLE ticket.desk ADD COLUMN service_revision integer NOT NULL DEFAULT 0;

-- How the ticket stands, derived from its history whenever that changes: nothing else writes it.
ALTER TABLE ticket.ticket
    ADD COLUMN sla_clocks   jsonb,       -- both targets with their explanation, as the ticket shows them
    ADD COLUMN sla_target   text,        -- what is due next
    ADD COLUMN sla_state    text CHECK (sla_state IN ('running', 'paused', 'met', 'breached')),
    ADD COLUMN sla_warn_at  timestamptz,
    ADD COLUMN sla_due_at   timestamptz,
    ADD COLUMN sla_alert_at timestamptz, -- when there is something to be told next
    ADD COLUMN sla_revision integer NOT NULL DEFAULT 0;

-- What is due next is the earlier of what somebody set and of what the desk promises.
DROP INDEX ticket.ticket_unfinished_due;
CREATE INDEX ticket_next_due ON ticket.ticket (COALESCE(LEAST(due_at, sla_due_at), 'infinity'), id)
    WHERE deleted_at IS NULL;
CREATE INDEX ticket_unfinished_next_due ON ticket.ticket (COALESCE(LEAST(due_at, sla_due_at), 'infinity'), id)
    WHERE deleted_at IS NULL AND status_category < 'resolved';
CREATE INDEX ticket_sla_state ON ticket.ticket (sla_state, sla_warn_at, id)
    WHERE deleted_at IS NULL AND sla_state IS NOT NULL;
CREATE INDEX ticket_sla_alert ON ticket.ticket (sla_alert_at, id)
    WHERE deleted_at IS NULL AND sla_alert_at IS NOT NULL;
CREATE INDEX ticket_sla_revision ON ticket.ticket (desk_id, sla_revision, id)
    WHERE deleted_at IS NULL AND status_category < 'resolved';

-- What was told of a ticket, each once for a target and the time at which it was due.
CREATE TABLE ticket.sla_alert (
    ticket_id bigint NOT NULL REFERENCES ticket.ticket,
    target    text NOT NULL CHECK (target IN ('first_response', 'resolution')),
    kind      text NOT NULL CHECK (kind IN ('warning', 'breach')),
    due_at    timestamptz NOT NULL,
    told_at   timestamptz NOT NULL,
    PRIMARY KEY (ticket_id, target, kind, due_at)
);

-- The categories of statuses, as their words, beside the definitions.
ALTER TABLE ticket.workflow_status ADD COLUMN category ticket.status_category;
UPDATE ticket.workflow_status w
SET category = (s ->> 'category')::ticket.status_category
FROM ticket.workflow_version v
CROSS JOIN LATERAL jsonb_array_elements(v.definition -> 'statuses') s
WHERE v.id = w.workflow_version_id AND s ->> 'key' = w.key;

CREATE OR REPLACE FUNCTION ticket.note_workflow_statuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ticket.workflow_status (workflow_version_id, key, label, category)
    SELECT NEW.id, s ->> 'key', s ->> 'label', (s ->> 'category')::ticket.status_category
    FROM jsonb_array_elements(NEW.definition -> 'statuses') s
    WHERE s ->> 'key' IS NOT NULL AND s ->> 'label' IS NOT NULL
    ON CONFLICT DO NOTHING;
    RETURN NEW;
END $$;

-- Of a status of the past: as the ticket's version has it, or the newest that still does.
CREATE FUNCTION ticket.past_category(in_version bigint, status text) RETURNS ticket.status_category
LANGUAGE sql STABLE AS $$
    SELECT COALESCE(
        (SELECT s.category
         FROM ticket.workflow_status s
         WHERE s.workflow_version_id = in_version AND s.key = status),
        (SELECT s.category
         FROM ticket.workflow_version v
         JOIN ticket.workflow_version other ON other.workflow_id = v.workflow_id
         JOIN ticket.workflow_status s ON s.workflow_version_id = other.id AND s.key = status
         WHERE v.id = in_version
         ORDER BY other.number DESC
         LIMIT 1),
        'open')
$$;

-- Changes of what a policy goes by are few among the entries of a ticket that lives long.
CREATE INDEX timeline_entry_service ON ticket.timeline_entry (ticket_id, created_at, id)
    WHERE event_type IN ('priority', 'category');

CREATE VIEW ticket.calendar_answer AS
    SELECT c.id, c.desk_id, c.name, c.version, c.deleted_at,
           json_build_object(
               'id', c.id,
               'desk', json_build_object('id', d.id, 'key', d.key, 'name', d.name),
               'name', c.name,
               'timeZone', c.time_zone,
               'periods', c.periods,
               'holidays', c.holidays,
               'version', c.version) AS body
    FROM ticket.calendar c
    JOIN ticket.desk d ON d.id = c.desk_id;

CREATE VIEW ticket.sla_policy_answer AS
    SELECT p.id, p.desk_id, p.name, p.version, p.deleted_at,
           json_build_object(
               'id', p.id,
               'desk', json_build_object('id', d.id, 'key', d.key, 'name', d.name),
               'name', p.name,
               'category', CASE WHEN c.id IS NULL THEN NULL
                                ELSE json_build_object('id', c.id, 'name', c.name) END,
               'priority', p.priority,
               'calendar', json_build_object('id', k.id, 'name', k.name),
               'firstResponseMinutes', p.first_response_minutes,
               'resolutionMinutes', p.resolution_minutes,
               'warnPercent', p.warn_percent,
               'escalates', p.escalates,
               'version', p.version) AS body
    FROM ticket.sla_policy p
    JOIN ticket.desk d ON d.id = p.desk_id
    JOIN ticket.calendar k ON k.id = p.calendar_id
    LEFT JOIN ticket.category c ON c.id = p.category_id;

CREATE OR REPLACE VIEW ticket.ticket_answer AS
    SELECT t.id,
           json_build_object(
               'id', t.id,
               'number', d.key || '-' || t.number,
               'desk', json_build_object('id', d.id, 'key', d.key, 'name', d.name),
               'title', t.title,
               'description', t.description,
               'status', t.status,
               'statusLabel', COALESCE((SELECT s.label
                                        FROM ticket.workflow_status s
                                        WHERE s.workflow_version_id = t.workflow_version_id
                                          AND s.key = t.status), t.status),
               'statusCategory', t.status_category,
               'statusReason', t.status_reason,
               'priority', t.priority,
               'category', CASE WHEN c.id IS NULL THEN NULL
                                ELSE json_build_object('id', c.id, 'name', c.name) END,
               'requester', json_build_object('id', r.id, 'displayName', r.display_name),
               'customerId', r.id,
               'assignee', CASE WHEN a.id IS NULL THEN NULL
                                ELSE json_build_object('id', a.id, 'displayName', a.display_name) END,
               'assignedTo', a.id,
               'team', CASE WHEN tm.id IS NULL THEN NULL
                            ELSE json_build_object('id', tm.id, 'name', tm.name) END,
               'visibility', t.visibility,
               'tags', t.tags,
               'dueAt', ticket.iso(t.due_at),
               'serviceLevel', CASE WHEN t.sla_state IS NULL THEN NULL
                                    ELSE json_build_object('target', t.sla_target,
                                                           'state', t.sla_state,
                                                           'dueAt', ticket.iso(t.sla_due_at),
                                                           'warnAt', ticket.iso(t.sla_warn_at)) END,
               'approvalTemplate', CASE WHEN v.id IS NULL THEN NULL
                                        ELSE json_build_object('id', v.id, 'name', v.name) END,
               'customFields', t.custom_fields,
               'createdAt', ticket.iso(t.created_at),
               'createdBy', json_build_object('id', cb.id, 'displayName', cb.display_name),
               'updatedAt', ticket.iso(t.updated_at),
               'updatedBy', json_build_object('id', ub.id, 'displayName', ub.display_name),
               'firstResponseAt', ticket.iso(t.first_response_at),
               'resolvedAt', ticket.iso(t.resolved_at),
               'closedAt', ticket.iso(t.closed_at),
               'deletedAt', ticket.iso(t.deleted_at),
               'reopenCount', t.reopen_count,
               'viewCount', t.view_count,
               'version', t.version) AS body
    FROM ticket.ticket t
    JOIN ticket.desk d ON d.id = t.desk_id
    JOIN ticket.account r ON r.id = t.requester_id
    JOIN ticket.account cb ON cb.id = t.created_by
    JOIN ticket.account ub ON ub.id = t.updated_by
    LEFT JOIN ticket.account a ON a.id = t.assignee_id
    LEFT JOIN ticket.category c ON c.id = t.category_id
    LEFT JOIN ticket.team tm ON tm.id = t.team_id
    LEFT JOIN ticket.approval_template v ON v.id = t.approval_template_id;
