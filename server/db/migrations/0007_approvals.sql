-- SPDX-License-Identifier: GPL-3.0-or-later
-- Approvals: templates, the processes that tickets go through, proxies; and asking to be let into a
-- restricted ticket.

CREATE TYPE ticket.approval_mode AS ENUM ('all', 'any', 'count');
CREATE TYPE ticket.approval_state AS ENUM
    ('waiting', 'pending', 'approved', 'rejected', 'expired', 'cancelled');
CREATE TYPE ticket.approval_decision AS ENUM ('approve', 'reject');

-- "steps" as ApprovalStepDraft of common: a template is read and written as a whole.
CREATE TABLE ticket.approval_template (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    desk_id             bigint NOT NULL REFERENCES ticket.desk,
    key                 text NOT NULL,
    name                text NOT NULL,
    description         text NOT NULL DEFAULT '',
    steps               jsonb NOT NULL,
    allow_self_approval boolean NOT NULL DEFAULT false,
    version             integer NOT NULL DEFAULT 1,
    created_by          bigint,
    created_at          timestamptz NOT NULL DEFAULT now(),
    updated_by          bigint,
    updated_at          timestamptz NOT NULL DEFAULT now(),
    deleted_by          bigint,
    deleted_at          timestamptz
);
-- Workflows name a template by its key, and old processes keep it: a key is never given twice.
CREATE UNIQUE INDEX approval_template_key ON ticket.approval_template (desk_id, key);
CREATE UNIQUE INDEX approval_template_name ON ticket.approval_template (desk_id, lower(name))
    WHERE deleted_at IS NULL;

-- What a ticket goes through: its own template, else that of its category, else that of its desk.
ALTER TABLE ticket.desk ADD COLUMN approval_template_id bigint REFERENCES ticket.approval_template;
ALTER TABLE ticket.category ADD COLUMN approval_template_id bigint REFERENCES ticket.approval_template;
ALTER TABLE ticket.ticket ADD COLUMN approval_template_id bigint REFERENCES ticket.approval_template;
CREATE INDEX ticket_approval_template ON ticket.ticket (approval_template_id)
    WHERE approval_template_id IS NOT NULL;

-- A process keeps what its template said when it began.
CREATE TABLE ticket.approval_process (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id           bigint NOT NULL REFERENCES ticket.ticket,
    template_id         bigint NOT NULL REFERENCES ticket.approval_template,
    template_key        text NOT NULL,
    template_name       text NOT NULL,
    allow_self_approval boolean NOT NULL,
    state               ticket.approval_state NOT NULL DEFAULT 'pending',
    -- What was told last of why its step cannot be completed; whether it can is decided anew each time.
    stuck               text NOT NULL DEFAULT '',
    started_by          bigint REFERENCES ticket.account,
    started_at          timestamptz NOT NULL,
    ended_at            timestamptz,
    CHECK (state <> 'waiting'),
    CHECK ((state = 'pending') = (ended_at IS NULL))
);
CREATE INDEX approval_process_ticket ON ticket.approval_process (ticket_id, id);
CREATE UNIQUE INDEX approval_process_running ON ticket.approval_process (ticket_id) WHERE state = 'pending';

CREATE TABLE ticket.approval_step (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    process_id   bigint NOT NULL REFERENCES ticket.approval_process,
    position     integer NOT NULL,
    name         text NOT NULL,
    mode         ticket.approval_mode NOT NULL,
    needed       integer,
    people       bigint[] NOT NULL,
    roles        text[] NOT NULL,
    remind_after integer,
    expire_after integer,
    state        ticket.approval_state NOT NULL DEFAULT 'waiting',
    started_at   timestamptz,
    ended_at     timestamptz,
    reminded_at  timestamptz,
    UNIQUE (process_id, position)
);
CREATE UNIQUE INDEX approval_step_pending ON ticket.approval_step (process_id) WHERE state = 'pending';

-- A place in a step that has started: who is asked, and what was decided on it by whom. The last
-- person in a place keeps it for the record when somebody else gets it.
CREATE TABLE ticket.approval_place (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    step_id     bigint NOT NULL REFERENCES ticket.approval_step,
    account_id  bigint NOT NULL REFERENCES ticket.account,
    role        text NOT NULL DEFAULT '',
    decision    ticket.approval_decision,
    decided_by  bigint REFERENCES ticket.account,
    decided_at  timestamptz,
    comment     text NOT NULL DEFAULT '',
    created_at  timestamptz NOT NULL,
    replaced_at timestamptz,
    CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
    CHECK (decision IS NULL OR replaced_at IS NULL)
);
CREATE UNIQUE INDEX approval_place_account ON ticket.approval_place (step_id, account_id)
    WHERE replaced_at IS NULL;
CREATE INDEX approval_place_open ON ticket.approval_place (account_id)
    WHERE decision IS NULL AND replaced_at IS NULL;
CREATE INDEX approval_place_decided ON ticket.approval_place (decided_by) WHERE decided_by IS NOT NULL;

-- "principal_id" lets "proxy_id" decide from one moment to another (not included).
CREATE TABLE ticket.approval_proxy (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    principal_id bigint NOT NULL REFERENCES ticket.account,
    proxy_id     bigint NOT NULL REFERENCES ticket.account,
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    deleted_at   timestamptz,
    CHECK (principal_id <> proxy_id),
    CHECK (ends_at > starts_at)
);
CREATE INDEX approval_proxy_proxy ON ticket.approval_proxy (proxy_id) WHERE deleted_at IS NULL;
CREATE INDEX approval_proxy_principal ON ticket.approval_proxy (principal_id) WHERE deleted_at IS NULL;

CREATE TABLE ticket.access_request (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id  bigint NOT NULL REFERENCES ticket.ticket,
    account_id bigint NOT NULL REFERENCES ticket.account,
    reason     text NOT NULL,
    decision   ticket.approval_decision,
    comment    text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    decided_by bigint REFERENCES ticket.account,
    decided_at timestamptz
);
CREATE UNIQUE INDEX access_request_open ON ticket.access_request (ticket_id, account_id) WHERE decision IS NULL;

-- Who decides --------------------------------------------------------------------------------

-- Whether somebody could decide on that desk at all.
CREATE FUNCTION ticket.can_approve(person bigint, desk bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM ticket.account a
                   WHERE a.id = person AND a.status = 'active' AND a.deleted_at IS NULL)
       AND EXISTS (SELECT 1 FROM ticket.account_permission p
                   WHERE p.account_id = person AND p.permission = 'approval.decide'
                     AND (p.desk_id IS NULL OR p.desk_id = desk))
$$;

-- For whom somebody decides at a moment: themselves, and whom they stand in for. The proxy of a
-- proxy is nobody's.
CREATE FUNCTION ticket.principals_of(person bigint, moment timestamptz) RETURNS SETOF bigint
LANGUAGE sql STABLE ROWS 3 AS $$
    SELECT person
    UNION
    SELECT x.principal_id
    FROM ticket.approval_proxy x
    WHERE x.proxy_id = person AND x.deleted_at IS NULL
      AND x.starts_at <= moment AND x.ends_at > moment
$$;

-- The one rule of who may decide now, place by place. Those who ask (the requester, and who made the
-- ticket) decide neither for themselves nor for others unless the template says that they may. From
-- the viewer's few places to their tickets: OFFSET 0 keeps the planner, which cannot know how few
-- they are, from going through every ticket instead. A step that is pending belongs to a process
-- that is.
CREATE FUNCTION ticket.decidable_places(viewer bigint, moment timestamptz)
RETURNS TABLE (place_id bigint, step_id bigint, process_id bigint, ticket_id bigint, account_id bigint)
LANGUAGE sql STABLE ROWS 10 AS $$
    SELECT c.place_id, c.step_id, c.process_id, c.ticket_id, c.account_id
    FROM (SELECT l.id AS place_id, l.step_id, l.account_id, s.mode, s.process_id, s.ticket_id,
                 s.allow_self_approval
          FROM ticket.principals_of(viewer, moment) x (id)
          JOIN ticket.approval_place l
            ON l.account_id = x.id AND l.decision IS NULL AND l.replaced_at IS NULL
          CROSS JOIN LATERAL (SELECT s.mode, s.process_id, p.ticket_id, p.allow_self_approval
                              FROM ticket.approval_step s
                              JOIN ticket.approval_process p ON p.id = s.process_id
                              WHERE s.id = l.step_id AND s.state = 'pending'
                              OFFSET 0) s
          OFFSET 0) c
    CROSS JOIN LATERAL (SELECT t.desk_id, t.requester_id, t.created_by
                        FROM ticket.ticket t
                        WHERE t.id = c.ticket_id AND t.deleted_at IS NULL
                        OFFSET 0) t
    WHERE (c.mode = 'all'
           OR NOT EXISTS (SELECT 1 FROM ticket.approval_place d
                          WHERE d.step_id = c.step_id AND d.decided_by = viewer))
      AND (c.allow_self_approval
           OR (viewer NOT IN (t.requester_id, t.created_by)
               AND c.account_id NOT IN (t.requester_id, t.created_by)))
      AND ticket.can_approve(viewer, t.desk_id)
      AND (c.account_id = viewer OR ticket.can_approve(c.account_id, t.desk_id))
$$;

-- Whether somebody is an approver of a ticket's running process, by their own name or as a proxy.
CREATE FUNCTION ticket.is_approver(subject bigint, viewer bigint, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1
                   FROM ticket.approval_process p
                   JOIN ticket.approval_step s ON s.process_id = p.id
                   JOIN ticket.approval_place l ON l.step_id = s.id AND l.replaced_at IS NULL
                   WHERE p.ticket_id = subject AND p.state = 'pending'
                     AND l.account_id IN (SELECT x FROM ticket.principals_of(viewer, moment) x))
$$;

-- The templates by which a ticket was approved: of each the last process counts.
CREATE FUNCTION ticket.granted_approvals(subject bigint) RETURNS text[]
LANGUAGE sql STABLE AS $$
    SELECT COALESCE(array_agg(last.template_key ORDER BY last.template_key), '{}')
    FROM (SELECT DISTINCT ON (p.template_key) p.template_key, p.state
          FROM ticket.approval_process p
          WHERE p.ticket_id = subject
          ORDER BY p.template_key, p.id DESC) last
    WHERE last.state = 'approved'
$$;

-- Who lets others into a restricted ticket: those who asked, and on its desk the holders of
-- ticket.view_restricted and desk.manage. Of tickets that they can see; that is asked beside it.
CREATE FUNCTION ticket.may_grant(viewer bigint, subject ticket.ticket) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT viewer IN (subject.requester_id, subject.created_by)
        OR EXISTS (SELECT 1 FROM ticket.account_permission p
                   WHERE p.account_id = viewer
                     AND p.permission IN ('ticket.view_restricted', 'desk.manage')
                     AND (p.desk_id IS NULL OR p.desk_id = subject.desk_id))
$$;

-- How things look from outside ------------------------------------------------------------------

CREATE FUNCTION ticket.person_json(person bigint) RETURNS json
LANGUAGE sql STABLE AS $$
    SELECT json_build_object('id', a.id, 'displayName', a.display_name)
    FROM ticket.account a WHERE a.id = person
$$;

CREATE FUNCTION ticket.people_json(people bigint[]) RETURNS json
LANGUAGE sql STABLE AS $$
    SELECT COALESCE(json_agg(json_build_object('id', a.id, 'displayName', a.display_name)
                             ORDER BY p.position), '[]')
    FROM unnest(people) WITH ORDINALITY p (id, position)
    JOIN ticket.account a ON a.id = p.id
$$;

CREATE VIEW ticket.approval_template_answer AS
    SELECT v.id, v.desk_id, v.name, v.version, v.deleted_at,
           json_build_object(
               'id', v.id,
               'desk', json_build_object('id', d.id, 'key', d.key, 'name', d.name),
               'key', v.key,
               'name', v.name,
               'description', v.description,
               'steps', (SELECT json_agg(json_build_object(
                                    'name', s.step -> 'name',
                                    'people', ticket.people_json(
                                        ARRAY(SELECT x::bigint
                                              FROM jsonb_array_elements_text(s.step -> 'people') x)),
                                    'roles', s.step -> 'roles',
                                    'mode', s.step -> 'mode',
                                    'count', s.step -> 'count',
                                    'remindAfterHours', s.step -> 'remindAfterHours',
                                    'expireAfterHours', s.step -> 'expireAfterHours')
                                ORDER BY s.position)
                         FROM jsonb_array_elements(v.steps) WITH ORDINALITY s (step, position)),
               'allowSelfApproval', v.allow_self_approval,
               'version', v.version) AS body
    FROM ticket.approval_template v
    JOIN ticket.desk d ON d.id = v.desk_id;

-- A process with its steps and places. "stuck" and "mayDecide" are decided by whoever answers.
CREATE VIEW ticket.approval_process_answer AS
    SELECT p.id, p.ticket_id, p.state, p.stuck,
           json_build_object(
               'id', p.id,
               'ticketId', p.ticket_id,
               'template', json_build_object('id', p.template_id, 'name', p.template_name),
               'key', p.template_key,
               'allowSelfApproval', p.allow_self_approval,
               'state', p.state,
               'stuck', NULL,
               'mayDecide', false,
               'startedBy', ticket.person_json(p.started_by),
               'startedAt', ticket.iso(p.started_at),
               'endedAt', ticket.iso(p.ended_at),
               'steps', (SELECT json_agg(json_build_object(
                                    'id', s.id,
                                    'name', s.name,
                                    'mode', s.mode,
                                    'count', s.needed,
                                    'remindAfterHours', s.remind_after,
                                    'expireAfterHours', s.expire_after,
                                    'state', s.state,
                                    'people', ticket.people_json(s.people),
                                    'roles', s.roles,
                                    'approvers', COALESCE(
                                        (SELECT json_agg(json_build_object(
                                                    'person', ticket.person_json(l.account_id),
                                                    'role', NULLIF(l.role, ''),
                                                    'available', ticket.can_approve(l.account_id, t.desk_id)
                                                        AND (p.allow_self_approval
                                                             OR l.account_id NOT IN (t.requester_id, t.created_by)),
                                                    'decision', l.decision,
                                                    'decidedBy', ticket.person_json(l.decided_by),
                                                    'decidedAt', ticket.iso(l.decided_at),
                                                    'comment', l.comment,
                                                    'replacedAt', ticket.iso(l.replaced_at))
                                                ORDER BY l.id)
                                         FROM ticket.approval_place l
                                         WHERE l.step_id = s.id), '[]'),
                                    'startedAt', ticket.iso(s.started_at),
                                    'endedAt', ticket.iso(s.ended_at),
                                    'remindedAt', ticket.iso(s.reminded_at))
                                ORDER BY s.position)
                         FROM ticket.approval_step s
                         WHERE s.process_id = p.id)) AS body
    FROM ticket.approval_process p
    JOIN ticket.ticket t ON t.id = p.ticket_id;

CREATE OR REPLACE VIEW ticket.desk_answer AS
    SELECT d.id, d.name, d.version, d.deleted_at,
           json_build_object(
               'id', d.id,
               'key', d.key,
               'name', d.name,
               'description', d.description,
               'workflow', json_build_object('id', w.id, 'name', w.name),
               'approvalTemplate', CASE WHEN v.id IS NULL THEN NULL
                                        ELSE json_build_object('id', v.id, 'name', v.name) END,
               'version', d.version) AS body
    FROM ticket.desk d
    JOIN ticket.workflow w ON w.id = d.workflow_id
    LEFT JOIN ticket.approval_template v ON v.id = d.approval_template_id;

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
               'version', c.version) AS body
    FROM ticket.category c
    JOIN ticket.desk d ON d.id = c.desk_id
    LEFT JOIN ticket.approval_template v ON v.id = c.approval_template_id;

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
