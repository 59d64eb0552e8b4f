-- SPDX-License-Identifier: GPL-3.0-or-later
-- Puts these tickets of older versions under the newest one, and writes what belongs to a change
-- of status where it is one: stamps as stampsAfter() says (a ticket that is moved was not closed),
-- timeline, status log, activity log, event. The rest shows nothing new and keeps its version.
WITH batch AS (
    SELECT t.id, t.desk_id, t.status AS old_status, t.status_category AS old_category,
           COALESCE(was.label, t.status) AS old_label, target.key AS status, target.label,
           target.category::ticket.status_category AS category, v.id AS newest,
           t.status <> target.key AS moves,
           t.status <> target.key
               OR t.status_category <> target.category::ticket.status_category AS shows
    FROM ticket.workflow_version v
    JOIN ticket.workflow_version old ON old.workflow_id = v.workflow_id AND old.id <> v.id
    JOIN ticket.ticket t ON t.workflow_version_id = old.id
    JOIN jsonb_to_recordset(v.definition -> 'statuses') AS target(key text, label text, category text)
        ON target.key = COALESCE(:status_map::jsonb ->> t.status, t.status)
    LEFT JOIN ticket.workflow_status was ON was.workflow_version_id = old.id AND was.key = t.status
    WHERE v.id = :newest AND t.id = ANY (:tickets::bigint[])),
moved AS (
    UPDATE ticket.ticket t
    SET workflow_version_id = b.newest,
        status = b.status,
        status_category = b.category,
        status_changed_at = CASE WHEN b.moves THEN :now ELSE t.status_changed_at END,
        status_reason = CASE WHEN b.moves THEN '' ELSE t.status_reason END,
        resolved_at = CASE WHEN b.category < 'resolved' THEN NULL
                           WHEN b.category = 'resolved'
                                AND (b.old_category <> 'resolved' OR t.resolved_at IS NULL) THEN :now
                           ELSE t.resolved_at END,
        closed_at = CASE WHEN b.category = 'closed' THEN :now::timestamptz END,
        reopen_count = t.reopen_count
            + CASE WHEN b.old_category >= 'resolved' AND b.category < 'resolved' THEN 1 ELSE 0 END,
        sla_revision = -1, -- statuses may be of other categories: a job reckons it anew
        version = t.version + CASE WHEN b.shows THEN 1 ELSE 0 END,
        updated_by = CASE WHEN b.shows THEN :account ELSE t.updated_by END,
        updated_at = CASE WHEN b.shows THEN :now ELSE t.updated_at END
    FROM batch b
    WHERE t.id = b.id
    RETURNING t.id, t.version, b.desk_id, b.old_status, b.old_category, b.old_label, b.status,
              b.label, b.category, b.moves, b.shows),
entries AS (
    INSERT INTO ticket.timeline_entry (ticket_id, kind, event_type, author_id, details, created_at)
    SELECT m.id, 'event', 'status', :account,
           jsonb_build_object('old', m.old_status, 'new', m.status,
                              'oldLabel', m.old_label, 'newLabel', m.label),
           :now
    FROM moved m
    WHERE m.moves),
log AS (
    INSERT INTO ticket.status_change (ticket_id, from_status, to_status, trigger, changed_by, changed_at)
    SELECT m.id, m.old_status, m.status, 'workflowMigrated', :account, :now
    FROM moved m
    WHERE m.moves),
activity AS (
    INSERT INTO ticket.activity (at, actor_id, actor_name, action, entity, entity_id, ticket_id, desk_id,
                                 old_value, new_value, peer, request_id)
    SELECT :now, :account, :actor_name, 'status', 'ticket', m.id, m.id, m.desk_id,
           jsonb_build_object('status', m.old_status, 'statusCategory', m.old_category),
           jsonb_build_object('status', m.status, 'statusCategory', m.category),
           :peer, :request_id
    FROM moved m
    WHERE m.shows),
events AS (
    INSERT INTO ticket.event (type, ticket_id, actor_id, data, created_at)
    SELECT 'ticket.updated', m.id, :account,
           jsonb_build_object(
               'id', m.id, 'version', m.version,
               'changes', jsonb_build_object(
                   'status', jsonb_build_object('old', m.old_status, 'new', m.status),
                   'statusCategory', jsonb_build_object('old', m.old_category, 'new', m.category))),
           :now
    FROM moved m
    WHERE m.shows)
SELECT count(*), count(*) FILTER (WHERE m.shows)
FROM moved m
