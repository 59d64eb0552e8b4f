-- SPDX-License-Identifier: GPL-3.0-or-later
-- Step workflows: whose turn it is, who is away, and the turns that a ticket has had.

ALTER TABLE ticket.account ADD COLUMN away_until timestamptz;

CREATE OR REPLACE VIEW ticket.account_answer AS
    SELECT a.id, a.version, a.status, a.username, a.email, a.display_name, a.deleted_at,
           lower(a.display_name) AS sort_name,
           json_build_object(
               'id', a.id,
               'username', a.username,
               'email', a.email,
               'displayName', a.display_name,
               'status', a.status,
               'roles', COALESCE((SELECT json_agg(json_build_object(
                                             'id', r.id,
                                             'key', r.key,
                                             'name', r.name,
                                             'desk', CASE WHEN d.id IS NULL THEN NULL
                                                          ELSE json_build_object('id', d.id, 'key', d.key,
                                                                                 'name', d.name) END)
                                         ORDER BY ar.desk_id NULLS FIRST, r.id)
                                  FROM ticket.account_role ar
                                  JOIN ticket.role r ON r.id = ar.role_id AND r.deleted_at IS NULL
                                  LEFT JOIN ticket.desk d ON d.id = ar.desk_id
                                  WHERE ar.account_id = a.id), '[]'),
               'organisation', CASE WHEN o.id IS NULL THEN NULL
                                    ELSE json_build_object('id', o.id, 'name', o.name) END,
               'locale', a.locale,
               'timeZone', a.time_zone,
               'awayUntil', ticket.iso(a.away_until),
               'createdAt', ticket.iso(a.created_at),
               'updatedAt', ticket.iso(a.updated_at),
               'lastSeenAt', ticket.iso(a.last_seen_at),
               'deletedAt', ticket.iso(a.deleted_at),
               'version', a.version) AS body
    FROM ticket.account a
    LEFT JOIN ticket.organisation o ON o.id = a.organisation_id AND o.deleted_at IS NULL;

-- Who had the last turn of a role on a desk. Its row is locked while the next one is chosen.
CREATE TABLE ticket.rotation (
    desk_id         bigint NOT NULL REFERENCES ticket.desk,
    role_id         bigint NOT NULL REFERENCES ticket.role,
    last_account_id bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (desk_id, role_id)
);

-- The turns of a ticket. The one without an end is the current one; without an account nobody could
-- be chosen, or whoever had it let go of it.
CREATE TABLE ticket.ticket_step (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id  bigint NOT NULL REFERENCES ticket.ticket,
    status     text NOT NULL,
    role_id    bigint NOT NULL REFERENCES ticket.role,
    account_id bigint REFERENCES ticket.account,
    origin     text NOT NULL CHECK (origin IN ('entered', 'transferred', 'escalated')),
    waiting    text CHECK (waiting IN ('no_holders', 'all_away', 'released')),
    note       text NOT NULL DEFAULT '',
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    CHECK ((account_id IS NULL) = (waiting IS NOT NULL))
);
CREATE INDEX ticket_step_ticket ON ticket.ticket_step (ticket_id, id);
CREATE UNIQUE INDEX ticket_step_current ON ticket.ticket_step (ticket_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX ticket_step_escalation ON ticket.ticket_step (ticket_id, role_id)
    WHERE origin = 'escalated';
CREATE INDEX ticket_step_waiting ON ticket.ticket_step (id)
    WHERE ended_at IS NULL AND waiting IN ('no_holders', 'all_away');
