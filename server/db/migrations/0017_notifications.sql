-- SPDX-License-Identifier: GPL-3.0-or-later
-- Notifications and how people want them, watchers, mentions, reactions, and the claim of who is
-- answering a ticket.

-- How somebody follows a ticket. Seeing it is another matter: who was added by others has a row in
-- ticket_participant beside this one.
CREATE TABLE ticket.ticket_watcher (
    ticket_id  bigint NOT NULL REFERENCES ticket.ticket,
    account_id bigint NOT NULL REFERENCES ticket.account,
    mode       text NOT NULL CHECK (mode IN ('all', 'replies', 'muted')),
    created_by bigint NOT NULL REFERENCES ticket.account,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (ticket_id, account_id)
);
CREATE INDEX ticket_watcher_account ON ticket.ticket_watcher (account_id, ticket_id);

-- "choices": by kind, what differs from its defaults: {"replied":{"inApp":true,"onDesktop":false}}.
-- Quiet hours are by the clocks of the person's time zone, and may go past midnight.
CREATE TABLE ticket.notification_setting (
    account_id  bigint PRIMARY KEY REFERENCES ticket.account,
    choices     jsonb NOT NULL DEFAULT '{}',
    quiet       boolean NOT NULL DEFAULT false,
    quiet_from  text NOT NULL DEFAULT '20:00',
    quiet_to    text NOT NULL DEFAULT '07:00',
    quiet_until timestamptz
);

-- What somebody should know. One act tells somebody of a ticket once: what it did more (a reply that
-- changes the status, too) makes the notification a more important one at most. "weight": the less,
-- the more important. "internal" as in the timeline, and numbered apart as everything about notes.
CREATE TABLE ticket.notification (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id bigint NOT NULL REFERENCES ticket.account,
    ticket_id  bigint NOT NULL REFERENCES ticket.ticket,
    act        xid8 NOT NULL,
    kind       text NOT NULL,
    weight     integer NOT NULL,
    internal   boolean NOT NULL DEFAULT false,
    entry_id   bigint REFERENCES ticket.timeline_entry,
    status     text NOT NULL DEFAULT '',
    actor_id   bigint REFERENCES ticket.account,
    created_at timestamptz NOT NULL,
    read_at    timestamptz,
    UNIQUE (account_id, ticket_id, act)
);
CREATE INDEX notification_list ON ticket.notification (account_id, created_at, id);
CREATE INDEX notification_unread ON ticket.notification (account_id, ticket_id) WHERE read_at IS NULL;
CREATE INDEX notification_created ON ticket.notification (created_at);

CREATE TABLE ticket.mention (
    entry_id   bigint NOT NULL REFERENCES ticket.timeline_entry,
    account_id bigint NOT NULL REFERENCES ticket.account,
    PRIMARY KEY (entry_id, account_id)
);

CREATE TABLE ticket.reaction (
    entry_id   bigint NOT NULL REFERENCES ticket.timeline_entry,
    account_id bigint NOT NULL REFERENCES ticket.account,
    kind       text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (entry_id, kind, account_id)
);

-- Who is answering a ticket. It is over when its time is, unless its holder renews it before
-- (docs/adr/0034).
CREATE TABLE ticket.claim (
    ticket_id  bigint PRIMARY KEY REFERENCES ticket.ticket,
    account_id bigint NOT NULL REFERENCES ticket.account,
    claimed_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX claim_expires ON ticket.claim (expires_at);

-- Whom somebody may mention on a ticket: who sees it, for a note who reads notes. Who may not look
-- people up (user.view) knows only those who are plainly part of the ticket already, and so cannot
-- find out by mentions who else there is.
CREATE FUNCTION ticket.mentionable_accounts(viewer bigint, subject bigint, for_note boolean)
RETURNS SETOF ticket.account
LANGUAGE sql STABLE AS $$
    SELECT a.*
    FROM (SELECT c AS id FROM ticket.concerned_accounts(subject) c
          UNION
          SELECT o.account_id FROM ticket.overseeing_account o) likely
    JOIN ticket.account a ON a.id = likely.id AND a.status = 'active' AND a.deleted_at IS NULL
    CROSS JOIN LATERAL (SELECT v.desk_id, v.requester_id, v.created_by, v.assignee_id
                        FROM ticket.visible_tickets(a.id) v
                        WHERE v.id = subject
                        OFFSET 0) t
    WHERE a.id <> viewer
      AND (NOT for_note OR t.desk_id IN (SELECT d FROM ticket.desks_where(a.id, 'ticket.note') d))
      AND (EXISTS (SELECT 1 FROM ticket.account_permission p
                   WHERE p.account_id = viewer AND p.permission = 'user.view')
           OR a.id IN (t.requester_id, t.created_by, t.assignee_id)
           OR EXISTS (SELECT 1 FROM ticket.timeline_entry e
                      WHERE e.ticket_id = subject AND e.author_id = a.id AND NOT e.internal))
$$;

-- A timeline entry as the interface shows it; a deleted reply keeps its place without its words.
CREATE OR REPLACE VIEW ticket.timeline_answer AS
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
               'mentions', CASE WHEN e.kind = 'event' OR e.deleted_at IS NOT NULL THEN '[]'
                                ELSE COALESCE((SELECT json_agg(ticket.person_json(m.account_id)
                                                               ORDER BY m.account_id)
                                               FROM ticket.mention m
                                               WHERE m.entry_id = e.id), '[]') END,
               'reactions', CASE WHEN e.kind = 'event' OR e.deleted_at IS NOT NULL THEN '[]'
                                 ELSE COALESCE((SELECT json_agg(json_build_object(
                                                           'kind', g.kind,
                                                           'people', ticket.people_json(g.people))
                                                       ORDER BY g.first_at, g.kind)
                                                FROM (SELECT r.kind, min(r.created_at) AS first_at,
                                                             array_agg(r.account_id ORDER BY r.created_at,
                                                                                           r.account_id) AS people
                                                      FROM ticket.reaction r
                                                      WHERE r.entry_id = e.id
                                                      GROUP BY r.kind) g), '[]') END,
               'attachments', COALESCE((SELECT json_agg(f.body ORDER BY f.id)
                                        FROM ticket.attachment_answer f
                                        WHERE f.entry_id = e.id AND f.deleted_at IS NULL), '[]'),
               'createdAt', ticket.iso(e.created_at),
               'editedAt', ticket.iso(e.edited_at),
               'deletedAt', ticket.iso(e.deleted_at),
               'version', e.version) AS body
    FROM ticket.timeline_entry e
    LEFT JOIN ticket.account a ON a.id = e.author_id;
