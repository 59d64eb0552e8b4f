-- SPDX-License-Identifier: GPL-3.0-or-later
-- Long because: the schema of one release, read as a whole.
-- Everything lives in schema "ticket". Every entity carries who made, changed and removed it and
-- when; removing is soft. Times are timestamptz, shown in UTC.

CREATE TYPE ticket.account_status AS ENUM ('active', 'pending', 'blocked', 'deactivated');
CREATE TYPE ticket.priority AS ENUM ('low', 'medium', 'high', 'urgent');
CREATE TYPE ticket.status_category AS ENUM
    ('draft', 'approval', 'open', 'waiting', 'hold', 'resolved', 'closed');
CREATE TYPE ticket.visibility AS ENUM ('internal', 'restricted');
CREATE TYPE ticket.entry_kind AS ENUM ('reply', 'note', 'event');

-- People -------------------------------------------------------------------------------------

CREATE TABLE ticket.organisation (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text NOT NULL,
    description text NOT NULL DEFAULT '',
    version     integer NOT NULL DEFAULT 1,
    created_by  bigint,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_by  bigint,
    updated_at  timestamptz NOT NULL DEFAULT now(),
    deleted_by  bigint,
    deleted_at  timestamptz
);
CREATE UNIQUE INDEX organisation_name ON ticket.organisation (lower(name)) WHERE deleted_at IS NULL;

CREATE TABLE ticket.account (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    username        text NOT NULL,
    email           text NOT NULL,
    display_name    text NOT NULL,
    -- Argon2id; empty: cannot sign in with a password.
    password_hash   text NOT NULL DEFAULT '',
    status          ticket.account_status NOT NULL DEFAULT 'active',
    organisation_id bigint REFERENCES ticket.organisation,
    locale          text NOT NULL DEFAULT '',
    time_zone       text NOT NULL DEFAULT '',
    last_seen_at    timestamptz,
    version         integer NOT NULL DEFAULT 1,
    created_by      bigint,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_by      bigint,
    updated_at      timestamptz NOT NULL DEFAULT now(),
    deleted_by      bigint,
    deleted_at      timestamptz
);
CREATE UNIQUE INDEX account_username ON ticket.account (lower(username)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX account_email ON ticket.account (lower(email)) WHERE deleted_at IS NULL;
CREATE INDEX account_display_name ON ticket.account (lower(display_name), id) WHERE deleted_at IS NULL;

CREATE TABLE ticket.session (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id   bigint NOT NULL REFERENCES ticket.account,
    user_agent   text NOT NULL DEFAULT '',
    peer         text NOT NULL DEFAULT '',
    created_at   timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz NOT NULL DEFAULT now(),
    expires_at   timestamptz NOT NULL,
    revoked_at   timestamptz,
    revoked_why  text NOT NULL DEFAULT ''
);
CREATE INDEX session_account ON ticket.session (account_id) WHERE revoked_at IS NULL;

-- Refresh tokens are opaque and used once; only their SHA-256 is stored. A used one that comes
-- again ends the session it belongs to.
CREATE TABLE ticket.refresh_token (
    token_hash bytea PRIMARY KEY,
    session_id bigint NOT NULL REFERENCES ticket.session,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX refresh_token_session ON ticket.refresh_token (session_id);

-- Failed sign-ins, per account name as typed and per address: "name:jane", "peer:10.0.0.7".
CREATE TABLE ticket.signin_failure (
    subject       text PRIMARY KEY,
    failures      integer NOT NULL,
    last_at       timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL
);

-- Keys that all servers on this database share, such as the one that signs access tokens.
CREATE TABLE ticket.server_secret (
    name       text PRIMARY KEY,
    value      bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Desks, workflows, categories, teams ----------------------------------------------------------

CREATE TABLE ticket.workflow (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key        text NOT NULL,
    name       text NOT NULL,
    version    integer NOT NULL DEFAULT 1,
    created_by bigint,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_by bigint,
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_by bigint,
    deleted_at timestamptz
);
CREATE UNIQUE INDEX workflow_key ON ticket.workflow (key) WHERE deleted_at IS NULL;

-- A ticket keeps the version it started with; versions are never changed.
CREATE TABLE ticket.workflow_version (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    workflow_id bigint NOT NULL REFERENCES ticket.workflow,
    number      integer NOT NULL,
    definition  jsonb NOT NULL,
    created_by  bigint,
    created_at  timestamptz NOT NULL DEFAULT now(),
    UNIQUE (workflow_id, number)
);

CREATE TABLE ticket.desk (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key         text NOT NULL,
    name        text NOT NULL,
    description text NOT NULL DEFAULT '',
    workflow_id bigint NOT NULL REFERENCES ticket.workflow,
    version     integer NOT NULL DEFAULT 1,
    created_by  bigint,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_by  bigint,
    updated_at  timestamptz NOT NULL DEFAULT now(),
    deleted_by  bigint,
    deleted_at  timestamptz
);
-- A key is never given twice, not even after its desk was removed: ticket numbers stay unambiguous.
CREATE UNIQUE INDEX desk_key ON ticket.desk (key);

-- Ticket numbers come from a sequence per desk: a counter in the row would make every writer of a
-- desk wait for the commit before it.
CREATE FUNCTION ticket.create_desk_sequence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE SEQUENCE ticket.desk_number_%s', NEW.id);
    RETURN NEW;
END $$;
CREATE TRIGGER desk_sequence AFTER INSERT ON ticket.desk
    FOR EACH ROW EXECUTE FUNCTION ticket.create_desk_sequence();

CREATE TABLE ticket.category (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    desk_id     bigint NOT NULL REFERENCES ticket.desk,
    name        text NOT NULL,
    description text NOT NULL DEFAULT '',
    position    integer NOT NULL DEFAULT 0,
    version     integer NOT NULL DEFAULT 1,
    created_by  bigint,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_by  bigint,
    updated_at  timestamptz NOT NULL DEFAULT now(),
    deleted_by  bigint,
    deleted_at  timestamptz
);
CREATE UNIQUE INDEX category_name ON ticket.category (desk_id, lower(name)) WHERE deleted_at IS NULL;

CREATE TABLE ticket.team (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    desk_id     bigint NOT NULL REFERENCES ticket.desk,
    name        text NOT NULL,
    description text NOT NULL DEFAULT '',
    version     integer NOT NULL DEFAULT 1,
    created_by  bigint,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_by  bigint,
    updated_at  timestamptz NOT NULL DEFAULT now(),
    deleted_by  bigint,
    deleted_at  timestamptz
);
CREATE UNIQUE INDEX team_name ON ticket.team (desk_id, lower(name)) WHERE deleted_at IS NULL;

CREATE TABLE ticket.team_member (
    team_id    bigint NOT NULL REFERENCES ticket.team,
    account_id bigint NOT NULL REFERENCES ticket.account,
    PRIMARY KEY (team_id, account_id)
);
CREATE INDEX team_member_account ON ticket.team_member (account_id);

CREATE TABLE ticket.tag (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL,
    color      text NOT NULL DEFAULT '',
    version    integer NOT NULL DEFAULT 1,
    created_by bigint,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_by bigint,
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_by bigint,
    deleted_at timestamptz
);
CREATE UNIQUE INDEX tag_name ON ticket.tag (lower(name)) WHERE deleted_at IS NULL;

-- Roles ----------------------------------------------------------------------------------------

CREATE TABLE ticket.role (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key         text NOT NULL,
    name        text NOT NULL,
    description text NOT NULL DEFAULT '',
    built_in    boolean NOT NULL DEFAULT false,
    version     integer NOT NULL DEFAULT 1,
    created_by  bigint,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_by  bigint,
    updated_at  timestamptz NOT NULL DEFAULT now(),
    deleted_by  bigint,
    deleted_at  timestamptz
);
CREATE UNIQUE INDEX role_key ON ticket.role (key) WHERE deleted_at IS NULL;

CREATE TABLE ticket.role_permission (
    role_id    bigint NOT NULL REFERENCES ticket.role,
    permission text NOT NULL,
    PRIMARY KEY (role_id, permission)
);

-- desk_id NULL: held for every desk.
CREATE TABLE ticket.account_role (
    account_id bigint NOT NULL REFERENCES ticket.account,
    role_id    bigint NOT NULL REFERENCES ticket.role,
    desk_id    bigint REFERENCES ticket.desk,
    created_by bigint,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE NULLS NOT DISTINCT (account_id, role_id, desk_id)
);
CREATE INDEX account_role_role ON ticket.account_role (role_id);

-- What an account may do where; desk_id NULL: everywhere.
CREATE VIEW ticket.account_permission AS
    SELECT ar.account_id, ar.desk_id, rp.permission
    FROM ticket.account_role ar
    JOIN ticket.role r ON r.id = ar.role_id AND r.deleted_at IS NULL
    JOIN ticket.role_permission rp ON rp.role_id = ar.role_id;

-- The desks for which an account holds a permission.
CREATE FUNCTION ticket.desks_where(viewer bigint, code text) RETURNS SETOF bigint
LANGUAGE sql STABLE ROWS 10 AS $$
    SELECT d.id
    FROM ticket.desk d
    WHERE EXISTS (SELECT 1 FROM ticket.account_permission p
                  WHERE p.account_id = viewer AND p.permission = code
                    AND (p.desk_id IS NULL OR p.desk_id = d.id))
$$;

-- The desks that an account has to do with: where it may ask for help, work or decide.
CREATE FUNCTION ticket.visible_desks(viewer bigint) RETURNS SETOF ticket.desk
LANGUAGE sql STABLE ROWS 10 AS $$
    SELECT d.*
    FROM ticket.desk d
    WHERE d.deleted_at IS NULL
      AND EXISTS (SELECT 1 FROM ticket.account_permission p
                  WHERE p.account_id = viewer AND (p.desk_id IS NULL OR p.desk_id = d.id)
                    AND p.permission IN ('ticket.create', 'ticket.create_for_others',
                                         'ticket.view_team', 'ticket.view_all', 'desk.manage'))
$$;

-- Those of them whose inner order it may see: their teams and who is in them.
CREATE FUNCTION ticket.staffed_desks(viewer bigint) RETURNS SETOF ticket.desk
LANGUAGE sql STABLE ROWS 10 AS $$
    SELECT d.*
    FROM ticket.desk d
    WHERE d.deleted_at IS NULL
      AND EXISTS (SELECT 1 FROM ticket.account_permission p
                  WHERE p.account_id = viewer AND (p.desk_id IS NULL OR p.desk_id = d.id)
                    AND p.permission IN ('ticket.view_team', 'ticket.view_all', 'desk.manage',
                                         'team.manage'))
$$;

-- Tickets --------------------------------------------------------------------------------------

CREATE TABLE ticket.ticket (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    desk_id             bigint NOT NULL REFERENCES ticket.desk,
    number              bigint NOT NULL,
    title               text NOT NULL,
    description         text NOT NULL DEFAULT '',
    workflow_version_id bigint NOT NULL REFERENCES ticket.workflow_version,
    status              text NOT NULL,
    status_category     ticket.status_category NOT NULL,
    status_changed_at   timestamptz NOT NULL DEFAULT now(),
    status_reason       text NOT NULL DEFAULT '',
    priority            ticket.priority NOT NULL DEFAULT 'medium',
    category_id         bigint REFERENCES ticket.category,
    requester_id        bigint NOT NULL REFERENCES ticket.account,
    assignee_id         bigint REFERENCES ticket.account,
    team_id             bigint REFERENCES ticket.team,
    visibility          ticket.visibility NOT NULL DEFAULT 'internal',
    tags                text[] NOT NULL DEFAULT '{}',
    due_at              timestamptz,
    custom_fields       jsonb NOT NULL DEFAULT '{}',
    first_response_at   timestamptz,
    resolved_at         timestamptz,
    closed_at           timestamptz,
    reopen_count        integer NOT NULL DEFAULT 0,
    view_count          integer NOT NULL DEFAULT 0,
    version             integer NOT NULL DEFAULT 1,
    created_by          bigint NOT NULL REFERENCES ticket.account,
    created_at          timestamptz NOT NULL DEFAULT now(),
    updated_by          bigint NOT NULL REFERENCES ticket.account,
    updated_at          timestamptz NOT NULL DEFAULT now(),
    deleted_by          bigint REFERENCES ticket.account,
    deleted_at          timestamptz,
    search              tsvector NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title), 'A')
        || setweight(to_tsvector('simple', description), 'B')) STORED,
    UNIQUE (desk_id, number)
);
-- One index per order the list offers; id makes each order total, so that a cursor is exact.
CREATE INDEX ticket_updated ON ticket.ticket (updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX ticket_created ON ticket.ticket (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX ticket_closed ON ticket.ticket (COALESCE(closed_at, '-infinity'), id) WHERE deleted_at IS NULL;
CREATE INDEX ticket_due ON ticket.ticket (COALESCE(due_at, 'infinity'), id) WHERE deleted_at IS NULL;
CREATE INDEX ticket_title ON ticket.ticket (left(lower(title), 60), id) WHERE deleted_at IS NULL;
CREATE INDEX ticket_status ON ticket.ticket (status_category, status, id) WHERE deleted_at IS NULL;
CREATE INDEX ticket_priority ON ticket.ticket (priority, id) WHERE deleted_at IS NULL;
CREATE INDEX ticket_desk ON ticket.ticket (desk_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX ticket_category_updated ON ticket.ticket (status_category, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX ticket_assignee ON ticket.ticket (assignee_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX ticket_requester ON ticket.ticket (requester_id, updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX ticket_creator ON ticket.ticket (created_by) WHERE deleted_at IS NULL AND created_by <> requester_id;
CREATE INDEX ticket_team ON ticket.ticket (team_id, updated_at, id) WHERE deleted_at IS NULL AND team_id IS NOT NULL;
CREATE INDEX ticket_deleted ON ticket.ticket (deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX ticket_tags ON ticket.ticket USING gin (tags) WHERE tags <> '{}';
CREATE INDEX ticket_search ON ticket.ticket USING gin (search);

-- People a ticket concerns beyond its requester, creator and assignee: watchers with a grant,
-- approvers and their proxies, past and current. They may see it.
CREATE TABLE ticket.ticket_participant (
    ticket_id  bigint NOT NULL REFERENCES ticket.ticket,
    account_id bigint NOT NULL REFERENCES ticket.account,
    capacity   text NOT NULL CHECK (capacity IN ('watcher', 'approver', 'proxy')),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, ticket_id, capacity)
);
CREATE INDEX ticket_participant_ticket ON ticket.ticket_participant (ticket_id);

-- Who was let into a restricted ticket: one person or one role.
CREATE TABLE ticket.ticket_view_permission (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id  bigint NOT NULL REFERENCES ticket.ticket,
    account_id bigint REFERENCES ticket.account,
    role_id    bigint REFERENCES ticket.role,
    created_by bigint,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((account_id IS NULL) <> (role_id IS NULL)),
    UNIQUE NULLS NOT DISTINCT (ticket_id, account_id, role_id)
);
CREATE INDEX ticket_view_permission_account ON ticket.ticket_view_permission (account_id);
CREATE INDEX ticket_view_permission_role ON ticket.ticket_view_permission (role_id);

-- The one visibility rule (docs/architecture.md, "Who may see a ticket"). Whatever yields tickets
-- or anything about them selects from here. PostgreSQL inlines it, so indexes work as if the
-- conditions stood in the query; it must therefore stay one plain, stable SELECT.
CREATE FUNCTION ticket.visible_tickets(viewer bigint) RETURNS SETOF ticket.ticket
LANGUAGE sql STABLE AS $$
    SELECT t.*
    FROM ticket.ticket t
    WHERE (t.deleted_at IS NULL
           OR t.desk_id IN (SELECT d FROM ticket.desks_where(viewer, 'ticket.restore') d))
      AND ((t.visibility = 'internal'
            AND t.desk_id IN (SELECT d FROM ticket.desks_where(viewer, 'ticket.view_all') d))
           OR t.requester_id = viewer
           OR t.created_by = viewer
           OR t.assignee_id = viewer
           OR (t.visibility = 'internal'
               AND t.team_id IN (SELECT m.team_id FROM ticket.team_member m WHERE m.account_id = viewer)
               AND t.desk_id IN (SELECT d FROM ticket.desks_where(viewer, 'ticket.view_team') d))
           OR (t.visibility = 'restricted'
               AND (t.desk_id IN (SELECT d FROM ticket.desks_where(viewer, 'ticket.view_restricted') d)
                    OR EXISTS (SELECT 1
                               FROM ticket.ticket_view_permission g
                               LEFT JOIN ticket.account_role ar
                                   ON ar.role_id = g.role_id
                                  AND (ar.desk_id IS NULL OR ar.desk_id = t.desk_id)
                               WHERE g.ticket_id = t.id
                                 AND (g.account_id = viewer OR ar.account_id = viewer))))
           OR EXISTS (SELECT 1 FROM ticket.ticket_participant p
                      WHERE p.account_id = viewer AND p.ticket_id = t.id))
$$;

-- Who could see this ticket by the rule above because they are part of it, and who because of a
-- permission that needs no part in it. Together they hold everybody whom visible_tickets() lets in,
-- and more: they only spare it being asked for a thousand people who are connected. A new way into
-- a ticket is added here, too; tests/server/events compares them.
CREATE FUNCTION ticket.concerned_accounts(subject bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE AS $$
    SELECT t.requester_id FROM ticket.ticket t WHERE t.id = subject
    UNION
    SELECT t.created_by FROM ticket.ticket t WHERE t.id = subject
    UNION
    SELECT t.assignee_id FROM ticket.ticket t WHERE t.id = subject AND t.assignee_id IS NOT NULL
    UNION
    SELECT p.account_id FROM ticket.ticket_participant p WHERE p.ticket_id = subject
    UNION
    SELECT COALESCE(g.account_id, ar.account_id)
    FROM ticket.ticket_view_permission g
    LEFT JOIN ticket.account_role ar ON ar.role_id = g.role_id
    WHERE g.ticket_id = subject AND COALESCE(g.account_id, ar.account_id) IS NOT NULL
$$;
CREATE VIEW ticket.overseeing_account AS
    SELECT DISTINCT p.account_id
    FROM ticket.account_permission p
    WHERE p.permission IN ('ticket.view_all', 'ticket.view_team', 'ticket.view_restricted');

-- Timeline -------------------------------------------------------------------------------------

-- One timeline per ticket. "internal" entries (notes, and events about them) are for holders of
-- ticket.note on the desk only.
CREATE TABLE ticket.timeline_entry (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id   bigint NOT NULL REFERENCES ticket.ticket,
    kind        ticket.entry_kind NOT NULL,
    event_type  text NOT NULL DEFAULT '',
    internal    boolean NOT NULL DEFAULT false,
    -- NULL: the system acted.
    author_id   bigint REFERENCES ticket.account,
    body        text NOT NULL DEFAULT '',
    is_solution boolean NOT NULL DEFAULT false,
    details     jsonb NOT NULL DEFAULT '{}',
    version     integer NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    edited_at   timestamptz,
    edited_by   bigint,
    deleted_at  timestamptz,
    deleted_by  bigint,
    CHECK (kind <> 'note' OR internal),
    CHECK ((kind = 'event') = (event_type <> ''))
);
-- By time, then id: imported histories arrive later than they happened.
CREATE INDEX timeline_entry_ticket ON ticket.timeline_entry (ticket_id, created_at, id);

-- What a reply or note said before it was edited or deleted.
CREATE TABLE ticket.timeline_revision (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry_id    bigint NOT NULL REFERENCES ticket.timeline_entry,
    version     integer NOT NULL,
    body        text NOT NULL,
    replaced_by bigint NOT NULL REFERENCES ticket.account,
    replaced_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (entry_id, version)
);

-- Every change of state with old and new value. changed_by NULL: the system, for the reason that
-- "trigger" names.
CREATE TABLE ticket.status_change (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id   bigint NOT NULL REFERENCES ticket.ticket,
    from_status text NOT NULL,
    to_status   text NOT NULL,
    reason      text NOT NULL DEFAULT '',
    trigger     text NOT NULL DEFAULT '',
    changed_by  bigint REFERENCES ticket.account,
    changed_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX status_change_ticket ON ticket.status_change (ticket_id, changed_at, id);

-- One row per person, ticket and day: a look counts once a day (T9).
CREATE TABLE ticket.ticket_view (
    ticket_id  bigint NOT NULL REFERENCES ticket.ticket,
    account_id bigint NOT NULL REFERENCES ticket.account,
    day        date NOT NULL,
    PRIMARY KEY (ticket_id, account_id, day)
);

-- Files ----------------------------------------------------------------------------------------

-- The content itself lies in the file store under its SHA-256.
CREATE TABLE ticket.blob (
    sha256     bytea PRIMARY KEY CHECK (octet_length(sha256) = 32),
    size       bigint NOT NULL,
    media_type text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE ticket.upload (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    account_id  bigint NOT NULL REFERENCES ticket.account,
    file_name   text NOT NULL,
    media_type  text NOT NULL DEFAULT '',
    length      bigint NOT NULL,
    received    bigint NOT NULL DEFAULT 0,
    created_at  timestamptz NOT NULL DEFAULT now(),
    expires_at  timestamptz NOT NULL,
    -- Set when complete; a finished upload waits here until something is attached to it.
    sha256      bytea REFERENCES ticket.blob
);
CREATE INDEX upload_expires ON ticket.upload (expires_at);

CREATE TABLE ticket.attachment (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id   bigint NOT NULL REFERENCES ticket.ticket,
    -- NULL: belongs to the ticket's description.
    entry_id    bigint REFERENCES ticket.timeline_entry,
    internal    boolean NOT NULL DEFAULT false,
    sha256      bytea NOT NULL REFERENCES ticket.blob,
    file_name   text NOT NULL,
    media_type  text NOT NULL,
    size        bigint NOT NULL,
    upload_id   uuid UNIQUE,
    created_by  bigint NOT NULL REFERENCES ticket.account,
    created_at  timestamptz NOT NULL DEFAULT now(),
    deleted_by  bigint,
    deleted_at  timestamptz
);
CREATE INDEX attachment_ticket ON ticket.attachment (ticket_id, id) WHERE deleted_at IS NULL;
CREATE INDEX attachment_entry ON ticket.attachment (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX attachment_blob ON ticket.attachment (sha256);

-- Events and the activity log --------------------------------------------------------------------

-- What the event streams tell. Written in the business transaction; read only up to the oldest
-- transaction still running, in the order (transaction, id), so that nothing is skipped. There is no
-- NOTIFY here: it would make every writer wait for the commit before it. The server that wrote wakes
-- its own reader and, in a transaction of its own, those of other servers (docs/adr/0014).
CREATE TABLE ticket.event (
    id         bigint GENERATED ALWAYS AS IDENTITY,
    txid       xid8 NOT NULL DEFAULT pg_current_xact_id(),
    type       text NOT NULL,
    ticket_id  bigint,
    -- The desk whose holders of ticket.note alone may hear of it.
    internal   boolean NOT NULL DEFAULT false,
    -- NULL: everybody who may see the ticket; else only these accounts.
    recipients bigint[],
    actor_id   bigint,
    data       jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (txid, id)
);
CREATE INDEX event_created ON ticket.event (created_at);

-- Who did what, when, from where. Append-only: rows are neither changed nor removed.
CREATE TABLE ticket.activity (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL DEFAULT now(),
    actor_id   bigint,
    actor_name text NOT NULL DEFAULT '',
    action     text NOT NULL,
    entity     text NOT NULL,
    entity_id  bigint,
    ticket_id  bigint,
    desk_id    bigint,
    old_value  jsonb,
    new_value  jsonb,
    peer       text NOT NULL DEFAULT '',
    request_id text NOT NULL DEFAULT ''
);
CREATE INDEX activity_at ON ticket.activity (at, id);
CREATE INDEX activity_actor ON ticket.activity (actor_id, id);
CREATE INDEX activity_ticket ON ticket.activity (ticket_id, id) WHERE ticket_id IS NOT NULL;

CREATE FUNCTION ticket.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'ticket.% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER activity_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ticket.activity
    FOR EACH STATEMENT EXECUTE FUNCTION ticket.refuse_change();

-- Answers to POSTs that carried an Idempotency-Key, kept for 24 hours.
CREATE TABLE ticket.idempotency (
    account_id bigint NOT NULL,
    key        uuid NOT NULL,
    route      text NOT NULL,
    body_hash  bytea NOT NULL,
    status     integer NOT NULL,
    headers    jsonb NOT NULL,
    body       text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, key)
);
CREATE INDEX idempotency_created ON ticket.idempotency (created_at);

-- Imports --------------------------------------------------------------------------------------

-- Which ticket came from which record of another system: an import that is repeated or resumed
-- finds here what it has done. "rows" is how many records of the source made it up.
CREATE TABLE ticket.external_reference (
    source      text NOT NULL,
    external_id text NOT NULL,
    ticket_id   bigint NOT NULL REFERENCES ticket.ticket,
    rows        integer NOT NULL,
    imported_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (source, external_id)
);
CREATE INDEX external_reference_ticket ON ticket.external_reference (ticket_id);

-- How things look from outside ------------------------------------------------------------------

-- A time as the interface writes it: 2026-11-21T09:30:00.123Z
CREATE FUNCTION ticket.iso(moment timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- A ticket as the interface shows it, in one place. Joined to visible_tickets() by id.
CREATE VIEW ticket.ticket_answer AS
    SELECT t.id,
           json_build_object(
               'id', t.id,
               'number', d.key || '-' || t.number,
               'desk', json_build_object('id', d.id, 'key', d.key, 'name', d.name),
               'title', t.title,
               'description', t.description,
               'status', t.status,
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
    LEFT JOIN ticket.team tm ON tm.id = t.team_id;

CREATE VIEW ticket.attachment_answer AS
    SELECT f.id, f.ticket_id, f.entry_id, f.internal, f.deleted_at,
           json_build_object(
               'id', f.id,
               'ticketId', f.ticket_id,
               'entryId', f.entry_id,
               'fileName', f.file_name,
               'mediaType', f.media_type,
               'size', f.size,
               'sha256', encode(f.sha256, 'hex'),
               'isInternal', f.internal,
               'createdAt', ticket.iso(f.created_at),
               'createdBy', json_build_object('id', a.id, 'displayName', a.display_name)) AS body
    FROM ticket.attachment f
    JOIN ticket.account a ON a.id = f.created_by;

-- A timeline entry as the interface shows it; a deleted reply keeps its place without its words.
CREATE VIEW ticket.timeline_answer AS
    SELECT e.id, e.ticket_id, e.kind, e.internal, e.created_at, e.deleted_at, e.version,
           json_build_object(
               'id', e.id,
               'ticketId', e.ticket_id,
               'kind', e.kind,
               'eventType', NULLIF(e.event_type, ''),
               'author', CASE WHEN a.id IS NULL THEN NULL
                              ELSE json_build_object('id', a.id, 'displayName', a.display_name) END,
               'message', CASE WHEN e.kind = 'event' THEN NULL
                               WHEN e.deleted_at IS NULL THEN e.body ELSE '' END,
               'isInternal', e.internal,
               'isSolution', e.is_solution,
               'details', e.details,
               'attachments', COALESCE((SELECT json_agg(f.body ORDER BY f.id)
                                        FROM ticket.attachment_answer f
                                        WHERE f.entry_id = e.id AND f.deleted_at IS NULL), '[]'),
               'createdAt', ticket.iso(e.created_at),
               'editedAt', ticket.iso(e.edited_at),
               'deletedAt', ticket.iso(e.deleted_at),
               'version', e.version) AS body
    FROM ticket.timeline_entry e
    LEFT JOIN ticket.account a ON a.id = e.author_id;

CREATE VIEW ticket.desk_answer AS
    SELECT d.id, d.name, d.version, d.deleted_at,
           json_build_object(
               'id', d.id,
               'key', d.key,
               'name', d.name,
               'description', d.description,
               'workflow', json_build_object('id', w.id, 'name', w.name),
               'version', d.version) AS body
    FROM ticket.desk d
    JOIN ticket.workflow w ON w.id = d.workflow_id;

CREATE VIEW ticket.category_answer AS
    SELECT c.id, c.desk_id, c.position, c.name, c.version, c.deleted_at,
           json_build_object(
               'id', c.id,
               'desk', json_build_object('id', d.id, 'key', d.key, 'name', d.name),
               'name', c.name,
               'description', c.description,
               'position', c.position,
               'version', c.version) AS body
    FROM ticket.category c
    JOIN ticket.desk d ON d.id = c.desk_id;

CREATE VIEW ticket.team_answer AS
    SELECT tm.id, tm.desk_id, tm.name, tm.version, tm.deleted_at,
           json_build_object(
               'id', tm.id,
               'desk', json_build_object('id', d.id, 'key', d.key, 'name', d.name),
               'name', tm.name,
               'description', tm.description,
               'members', COALESCE(
                   (SELECT json_agg(json_build_object('id', a.id, 'displayName', a.display_name)
                                    ORDER BY lower(a.display_name), a.id)
                    FROM ticket.team_member m
                    JOIN ticket.account a ON a.id = m.account_id
                    WHERE m.team_id = tm.id AND a.deleted_at IS NULL), '[]'),
               'version', tm.version) AS body
    FROM ticket.team tm
    JOIN ticket.desk d ON d.id = tm.desk_id;

CREATE VIEW ticket.tag_answer AS
    SELECT g.id, g.name, g.version, g.deleted_at,
           json_build_object('id', g.id, 'name', g.name, 'color', g.color,
                             'version', g.version) AS body
    FROM ticket.tag g;

-- A workflow with its newest definition.
CREATE VIEW ticket.workflow_answer AS
    SELECT w.id, w.name, w.version, w.deleted_at,
           json_build_object(
               'id', w.id,
               'name', w.name,
               'definition', v.definition,
               'definitionNumber', v.number,
               'version', w.version) AS body
    FROM ticket.workflow w
    CROSS JOIN LATERAL (SELECT wv.definition, wv.number
                        FROM ticket.workflow_version wv
                        WHERE wv.workflow_id = w.id
                        ORDER BY wv.number DESC
                        LIMIT 1) v;
