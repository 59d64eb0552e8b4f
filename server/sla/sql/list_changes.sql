-- SPDX-License-Identifier: GPL-3.0-or-later
-- What changed of these tickets that counts for their service levels, in order. Priority and
-- category stand in the timeline, the states in their own log.
SELECT x.ticket_id, x.at, x.field, x.old, x.new
FROM (
    SELECT c.ticket_id, c.changed_at AS at, 'status' AS field, 0 AS rank, c.id,
           ticket.past_category(t.workflow_version_id, c.from_status)::text AS old,
           ticket.past_category(t.workflow_version_id, c.to_status)::text AS new
    FROM ticket.status_change c
    JOIN ticket.ticket t ON t.id = c.ticket_id
    WHERE c.ticket_id = ANY (:tickets::bigint[])
    UNION ALL
    SELECT e.ticket_id, e.created_at, 'priority', 1, e.id, e.details ->> 'old', e.details ->> 'new'
    FROM ticket.timeline_entry e
    WHERE e.ticket_id = ANY (:tickets::bigint[]) AND e.event_type = 'priority'
    UNION ALL
    SELECT e.ticket_id, e.created_at, 'category', 2, e.id,
           e.details -> 'old' ->> 'id', e.details -> 'new' ->> 'id'
    FROM ticket.timeline_entry e
    WHERE e.ticket_id = ANY (:tickets::bigint[]) AND e.event_type = 'category') x
ORDER BY x.ticket_id, x.at, x.rank, x.id
