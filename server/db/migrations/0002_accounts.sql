-- SPDX-License-Identifier: GPL-3.0-or-later
-- People, roles, organisations and the activity log as the interface shows them.

-- What is past is forgotten on the way (count_signin_failure.sql).
CREATE INDEX signin_failure_last ON ticket.signin_failure (last_at);

CREATE UNIQUE INDEX role_name ON ticket.role (lower(name)) WHERE deleted_at IS NULL;

-- What tells of an internal note is for holders of ticket.note on the desk only, here too.
ALTER TABLE ticket.activity ADD COLUMN internal boolean NOT NULL DEFAULT false;
CREATE INDEX activity_desk ON ticket.activity (desk_id, at, id) WHERE desk_id IS NOT NULL;

CREATE VIEW ticket.activity_answer AS
    SELECT a.id, a.at,
           json_build_object(
               'id', a.id,
               'at', ticket.iso(a.at),
               'actorId', a.actor_id,
               'actorName', a.actor_name,
               'action', a.action,
               'entity', a.entity,
               'entityId', a.entity_id,
               'ticketId', a.ticket_id,
               'deskId', a.desk_id,
               'oldValue', a.old_value,
               'newValue', a.new_value,
               'peer', a.peer,
               'requestId', a.request_id) AS body
    FROM ticket.activity a;

-- "sort_name" and id are the order of lists and the key of their cursors.
CREATE VIEW ticket.account_answer AS
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
               'createdAt', ticket.iso(a.created_at),
               'updatedAt', ticket.iso(a.updated_at),
               'lastSeenAt', ticket.iso(a.last_seen_at),
               'deletedAt', ticket.iso(a.deleted_at),
               'version', a.version) AS body
    FROM ticket.account a
    LEFT JOIN ticket.organisation o ON o.id = a.organisation_id AND o.deleted_at IS NULL;

-- The accounts that a list shows; an empty list or text asks for nothing. PostgreSQL inlines it.
CREATE FUNCTION ticket.matching_accounts(search text, statuses text[], roles text[], desks bigint[],
                                         organisations bigint[]) RETURNS SETOF ticket.account
LANGUAGE sql STABLE AS $$
    SELECT a.*
    FROM ticket.account a
    WHERE a.deleted_at IS NULL
      AND (strpos(lower(a.display_name), lower(search)) > 0
           OR strpos(lower(a.username), lower(search)) > 0
           OR strpos(lower(a.email), lower(search)) > 0)
      AND (cardinality(statuses) = 0 OR a.status::text = ANY (statuses))
      AND (cardinality(organisations) = 0 OR a.organisation_id = ANY (organisations))
      AND ((cardinality(roles) = 0 AND cardinality(desks) = 0)
           OR EXISTS (SELECT 1
                      FROM ticket.account_role ar
                      JOIN ticket.role r ON r.id = ar.role_id AND r.deleted_at IS NULL
                      WHERE ar.account_id = a.id
                        AND (cardinality(roles) = 0 OR r.key = ANY (roles))
                        AND (cardinality(desks) = 0 OR ar.desk_id IS NULL OR ar.desk_id = ANY (desks))))
$$;

CREATE VIEW ticket.role_answer AS
    SELECT r.id, r.key, r.name, r.version, r.built_in, r.deleted_at,
           json_build_object(
               'id', r.id,
               'key', r.key,
               'name', r.name,
               'description', r.description,
               'builtIn', r.built_in,
               'permissions', COALESCE((SELECT json_agg(p.permission ORDER BY p.permission)
                                        FROM ticket.role_permission p
                                        WHERE p.role_id = r.id), '[]'),
               'version', r.version) AS body
    FROM ticket.role r;

CREATE VIEW ticket.organisation_answer AS
    SELECT o.id, o.name, o.version, o.deleted_at,
           json_build_object(
               'id', o.id,
               'name', o.name,
               'description', o.description,
               'version', o.version) AS body
    FROM ticket.organisation o;
