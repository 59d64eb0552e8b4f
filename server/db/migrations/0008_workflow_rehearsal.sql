-- SPDX-License-Identifier: GPL-3.0-or-later
-- What would become of each ticket of a workflow that is not closed, if it came to live by another
-- definition; one rule for rehearsing and for doing it. `ways` is a list of the statuses which that
-- definition has, each with who could take a ticket on from it; `status_map` says which status a
-- ticket goes to instead of its own. Stranding: 'unknown_status', 'dead_end' or 'none'.
CREATE FUNCTION ticket.workflow_fates(subject bigint, ways jsonb, status_map jsonb)
RETURNS TABLE (ticket_id bigint, workflow_version_id bigint, status text, target text, stranding text)
LANGUAGE sql STABLE AS $$
    WITH way AS MATERIALIZED (
        SELECT w.status, w.always, w.assignee, w.approver, w.holders
        FROM jsonb_to_recordset(ways) AS w(status text, always boolean, assignee boolean,
                                           approver boolean, holders jsonb)),
    -- Where somebody holds everything that one of the ways wants.
    served AS MATERIALIZED (
        SELECT d.id AS desk_id, w.status
        FROM ticket.desk d
        CROSS JOIN way w
        WHERE EXISTS (
            SELECT 1
            FROM jsonb_array_elements(w.holders) AS needed(codes)
            WHERE EXISTS (
                SELECT 1
                FROM ticket.account_permission p
                JOIN ticket.account a ON a.id = p.account_id AND a.status = 'active'
                WHERE needed.codes ? p.permission AND (p.desk_id IS NULL OR p.desk_id = d.id)
                GROUP BY p.account_id
                HAVING count(DISTINCT p.permission) = jsonb_array_length(needed.codes))))
    SELECT t.id, v.id, t.status, COALESCE(status_map ->> t.status, t.status),
           CASE WHEN w.status IS NULL THEN 'unknown_status'
                WHEN w.always OR s.desk_id IS NOT NULL
                     OR (w.assignee AND t.assignee_id IS NOT NULL)
                     OR (w.approver AND EXISTS (SELECT 1 FROM ticket.ticket_participant p
                                                WHERE p.ticket_id = t.id
                                                  AND p.capacity IN ('approver', 'proxy')))
                THEN 'none'
                ELSE 'dead_end' END
    FROM ticket.workflow_version v
    JOIN ticket.ticket t ON t.workflow_version_id = v.id
    LEFT JOIN way w ON w.status = COALESCE(status_map ->> t.status, t.status)
    LEFT JOIN served s ON s.desk_id = t.desk_id AND s.status = w.status
    WHERE v.workflow_id = subject AND t.deleted_at IS NULL AND t.status_category <> 'closed'
$$;

-- A version as the interface lists it, with how many tickets live by it.
CREATE VIEW ticket.workflow_version_answer AS
    SELECT v.workflow_id, v.number, v.definition,
           jsonb_build_object(
               'number', v.number,
               'createdAt', ticket.iso(v.created_at),
               'createdBy', CASE WHEN a.id IS NULL THEN NULL
                                 ELSE jsonb_build_object('id', a.id, 'displayName', a.display_name) END,
               'tickets', lives.tickets,
               'openTickets', lives.open) AS body
    FROM ticket.workflow_version v
    LEFT JOIN ticket.account a ON a.id = v.created_by
    CROSS JOIN LATERAL (SELECT count(*) AS tickets,
                               count(*) FILTER (WHERE t.status_category <> 'closed') AS open
                        FROM ticket.ticket t
                        WHERE t.workflow_version_id = v.id AND t.deleted_at IS NULL) lives;
