-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who sees a ticket, and why. The reasons are told one by one; visible_tickets() decides.
WITH reason AS (
    SELECT t.requester_id AS account_id, 'requester' AS word, 1 AS rank FROM ticket.ticket t WHERE t.id = :ticket
    UNION ALL
    SELECT t.created_by, 'creator', 2 FROM ticket.ticket t WHERE t.id = :ticket
    UNION ALL
    SELECT t.assignee_id, 'assignee', 3 FROM ticket.ticket t WHERE t.id = :ticket
    UNION ALL
    SELECT p.account_id, p.capacity, 4 FROM ticket.ticket_participant p WHERE p.ticket_id = :ticket
    UNION ALL
    SELECT p.account_id, substr(p.permission, 8), 5
    FROM ticket.ticket t
    JOIN ticket.account_permission p ON p.desk_id IS NULL OR p.desk_id = t.desk_id
    WHERE t.id = :ticket
      AND ((t.visibility = 'internal' AND p.permission = 'ticket.view_all')
           OR (t.visibility = 'restricted' AND p.permission = 'ticket.view_restricted')
           OR (t.visibility = 'internal' AND p.permission = 'ticket.view_team'
               AND p.account_id IN (SELECT m.account_id FROM ticket.team_member m WHERE m.team_id = t.team_id)))
    UNION ALL
    SELECT g.account_id, 'granted', 6
    FROM ticket.ticket t
    JOIN ticket.ticket_view_permission g ON g.ticket_id = t.id AND g.account_id IS NOT NULL
    WHERE t.id = :ticket AND t.visibility = 'restricted'
    UNION ALL
    SELECT ar.account_id, 'granted_role', 7
    FROM ticket.ticket t
    JOIN ticket.ticket_view_permission g ON g.ticket_id = t.id
    JOIN ticket.account_role ar ON ar.role_id = g.role_id AND (ar.desk_id IS NULL OR ar.desk_id = t.desk_id)
    WHERE t.id = :ticket AND t.visibility = 'restricted'
),
seer AS (
    SELECT r.account_id, array_agg(r.word ORDER BY r.rank, r.word) AS reasons
    FROM (SELECT DISTINCT account_id, word, rank FROM reason WHERE account_id IS NOT NULL) r
    GROUP BY r.account_id
)
SELECT json_build_object(
           'person', json_build_object('id', a.id, 'displayName', a.display_name),
           'reasons', s.reasons),
       left(lower(a.display_name), 60), a.id
FROM seer s
JOIN ticket.account a ON a.id = s.account_id AND a.status = 'active' AND a.deleted_at IS NULL
CROSS JOIN LATERAL (SELECT v.id FROM ticket.visible_tickets(a.id) v WHERE v.id = :ticket OFFSET 0) seen
WHERE (left(lower(a.display_name), 60), a.id) > (:after_name::text, :after_id::bigint)
ORDER BY left(lower(a.display_name), 60), a.id
LIMIT :limit OFFSET :skipped
