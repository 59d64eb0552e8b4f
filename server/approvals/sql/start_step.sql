-- SPDX-License-Identifier: GPL-3.0-or-later
-- The step begins: whoever it names is asked, and whoever holds one of its roles now and may decide.
-- Those who ask have no place unless the template says so.
WITH started AS (
    UPDATE ticket.approval_step SET state = 'pending', started_at = :now
    WHERE id = :step
    RETURNING id, process_id, people, roles
),
asked AS (
    SELECT s.id AS step_id, n.id AS account_id, '' AS role, n.position AS rank
    FROM started s
    CROSS JOIN LATERAL unnest(s.people) WITH ORDINALITY n (id, position)
    UNION ALL
    SELECT s.id, ar.account_id, r.key, 1000 + k.position
    FROM started s
    CROSS JOIN LATERAL unnest(s.roles) WITH ORDINALITY k (key, position)
    JOIN ticket.approval_process p ON p.id = s.process_id
    JOIN ticket.ticket t ON t.id = p.ticket_id
    JOIN ticket.role r ON r.key = k.key AND r.deleted_at IS NULL
    JOIN ticket.account_role ar ON ar.role_id = r.id AND (ar.desk_id IS NULL OR ar.desk_id = t.desk_id)
    WHERE ticket.can_approve(ar.account_id, t.desk_id)
),
once AS (
    SELECT DISTINCT ON (a.account_id) a.step_id, a.account_id, a.role, a.rank
    FROM asked a
    ORDER BY a.account_id, a.rank
)
INSERT INTO ticket.approval_place (step_id, account_id, role, created_at)
SELECT o.step_id, o.account_id, o.role, :now
FROM once o
JOIN started s ON s.id = o.step_id
JOIN ticket.approval_process p ON p.id = s.process_id
JOIN ticket.ticket t ON t.id = p.ticket_id
WHERE p.allow_self_approval OR o.account_id NOT IN (t.requester_id, t.created_by)
ORDER BY o.rank, o.account_id
