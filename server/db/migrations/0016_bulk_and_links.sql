-- SPDX-License-Identifier: GPL-3.0-or-later
-- Operations on many tickets; links between tickets, merging and splitting.

CREATE TABLE ticket.bulk (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- Who began it, and by whose rights each ticket is changed.
    account_id bigint NOT NULL REFERENCES ticket.account,
    state      text NOT NULL CHECK (state IN ('rehearsing', 'rehearsed', 'running', 'done',
                                              'cancelled', 'undoing', 'undone')),
    -- BulkChange of common.
    change     jsonb NOT NULL,
    peer       text NOT NULL DEFAULT '',
    request_id text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz
);
CREATE INDEX bulk_account ON ticket.bulk (account_id, id);
CREATE INDEX bulk_at_work ON ticket.bulk (id) WHERE state IN ('rehearsing', 'running', 'undoing');
CREATE INDEX bulk_ended ON ticket.bulk (ended_at);

-- A ticket of it, which need not be there, and what became of it. The outcome is written in the
-- transaction of the change, so that each is done once, whatever happens to the server.
CREATE TABLE ticket.bulk_ticket (
    bulk_id   bigint NOT NULL REFERENCES ticket.bulk ON DELETE CASCADE,
    position  integer NOT NULL,
    ticket_id bigint NOT NULL,
    outcome   text NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'changed', 'unchanged',
                                                                 'refused', 'undone', 'kept')),
    problem   jsonb,
    -- What undoing puts back, and the version that the ticket must still have for it.
    old_value jsonb,
    version   integer,
    PRIMARY KEY (bulk_id, position)
);
CREATE INDEX bulk_ticket_waiting ON ticket.bulk_ticket (bulk_id, position) WHERE outcome = 'waiting';
CREATE INDEX bulk_ticket_changed ON ticket.bulk_ticket (bulk_id, position) WHERE outcome = 'changed';

CREATE VIEW ticket.bulk_answer AS
    SELECT b.id, b.account_id,
           json_build_object(
               'id', b.id,
               'state', b.state,
               'change', b.change,
               'total', n.total,
               'waiting', n.waiting,
               'changed', n.changed,
               'unchanged', n.unchanged,
               'refused', n.refused,
               'undone', n.undone,
               'kept', n.kept,
               'createdAt', ticket.iso(b.created_at),
               'startedAt', ticket.iso(b.started_at),
               'endedAt', ticket.iso(b.ended_at)) AS body
    FROM ticket.bulk b
    CROSS JOIN LATERAL (SELECT count(*) AS total,
                               count(*) FILTER (WHERE x.outcome = 'waiting') AS waiting,
                               count(*) FILTER (WHERE x.outcome = 'changed') AS changed,
                               count(*) FILTER (WHERE x.outcome = 'unchanged') AS unchanged,
                               count(*) FILTER (WHERE x.outcome = 'refused') AS refused,
                               count(*) FILTER (WHERE x.outcome = 'undone') AS undone,
                               count(*) FILTER (WHERE x.outcome = 'kept') AS kept
                        FROM ticket.bulk_ticket x
                        WHERE x.bulk_id = b.id) n;

-- Tickets that have to do with each other. "related" is the same from both sides, "child": other_id
-- is a part of ticket_id.
CREATE TABLE ticket.ticket_link (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id  bigint NOT NULL REFERENCES ticket.ticket,
    other_id   bigint NOT NULL REFERENCES ticket.ticket,
    kind       text NOT NULL CHECK (kind IN ('related', 'child')),
    created_by bigint NOT NULL REFERENCES ticket.account,
    created_at timestamptz NOT NULL,
    CHECK (ticket_id <> other_id)
);
CREATE UNIQUE INDEX ticket_link_pair ON ticket.ticket_link
    (LEAST(ticket_id, other_id), GREATEST(ticket_id, other_id));
CREATE UNIQUE INDEX ticket_link_parent ON ticket.ticket_link (other_id) WHERE kind = 'child';
CREATE INDEX ticket_link_ticket ON ticket.ticket_link (ticket_id);
CREATE INDEX ticket_link_other ON ticket.ticket_link (other_id);

-- What was said on one ticket and went to another: all of it by a merge, a part by a split. Kept
-- with what undoing needs.
CREATE TABLE ticket.ticket_move (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text NOT NULL CHECK (kind IN ('merge', 'split')),
    source_id   bigint NOT NULL REFERENCES ticket.ticket,
    target_id   bigint NOT NULL REFERENCES ticket.ticket,
    entries     bigint[] NOT NULL,
    attachments bigint[] NOT NULL,
    -- Who watches the target because of it.
    watchers    bigint[] NOT NULL DEFAULT '{}',
    -- The reply that was marked as the solution of the source.
    solution_id bigint,
    -- Of a merge: what the source was. And the version that the source of a merge, or the target
    -- of a split, must still have for undoing.
    old_value   jsonb NOT NULL DEFAULT '{}',
    version     integer NOT NULL,
    created_by  bigint NOT NULL REFERENCES ticket.account,
    created_at  timestamptz NOT NULL,
    undone_by   bigint,
    undone_at   timestamptz
);
CREATE UNIQUE INDEX ticket_move_merged ON ticket.ticket_move (source_id)
    WHERE kind = 'merge' AND undone_at IS NULL;
CREATE UNIQUE INDEX ticket_move_split ON ticket.ticket_move (target_id)
    WHERE kind = 'split' AND undone_at IS NULL;
CREATE INDEX ticket_move_source ON ticket.ticket_move (source_id) WHERE undone_at IS NULL;
CREATE INDEX ticket_move_target ON ticket.ticket_move (target_id) WHERE undone_at IS NULL;

-- Everything that a ticket has to do with, as it looks from there.
CREATE VIEW ticket.linked_ticket AS
    SELECT l.id AS link_id, l.ticket_id, l.other_id, l.kind, l.created_at
    FROM ticket.ticket_link l
    UNION ALL
    SELECT l.id, l.other_id, l.ticket_id, CASE l.kind WHEN 'child' THEN 'parent' ELSE l.kind END,
           l.created_at
    FROM ticket.ticket_link l
    UNION ALL
    SELECT NULL, m.source_id, m.target_id,
           CASE m.kind WHEN 'merge' THEN 'merged_into' ELSE 'split_into' END, m.created_at
    FROM ticket.ticket_move m
    WHERE m.undone_at IS NULL
    UNION ALL
    SELECT NULL, m.target_id, m.source_id,
           CASE m.kind WHEN 'merge' THEN 'merged_from' ELSE 'split_from' END, m.created_at
    FROM ticket.ticket_move m
    WHERE m.undone_at IS NULL;
