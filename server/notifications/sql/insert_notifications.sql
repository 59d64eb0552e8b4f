-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tells everybody whom an event concerns, by rules of capacity and kind: once for one act, of what
-- matters most, if they want to hear of it and may see the ticket now. Each is told by an event of
-- their own, too.
WITH rule AS (
    SELECT r.capacity, r.kind, r.weight, r.in_app::boolean AS in_app, r.mutable::boolean AS mutable
    FROM unnest(:capacities::text[], :kinds::text[], :weights::bigint[], :in_app::text[],
                :mutable::text[]) r (capacity, kind, weight, in_app, mutable)
),
concerned AS (
    SELECT t.requester_id AS account_id, 'requester' AS capacity FROM ticket.ticket t WHERE t.id = :ticket
    UNION ALL
    SELECT t.created_by, 'creator' FROM ticket.ticket t WHERE t.id = :ticket
    UNION ALL
    SELECT t.assignee_id, 'assignee' FROM ticket.ticket t WHERE t.id = :ticket
    UNION ALL
    SELECT m.account_id, 'undertaker'
    FROM ticket.ticket t
    JOIN ticket.team_member m ON m.team_id = t.team_id
    WHERE t.id = :ticket AND t.assignee_id IS NULL AND 'undertaker' = ANY (:capacities::text[])
    UNION ALL
    SELECT p.account_id, 'undertaker'
    FROM ticket.ticket t
    JOIN ticket.account_permission p ON p.permission = 'ticket.assign'
                                    AND (p.desk_id IS NULL OR p.desk_id = t.desk_id)
    WHERE t.id = :ticket AND t.assignee_id IS NULL AND t.team_id IS NULL
      AND 'undertaker' = ANY (:capacities::text[])
    UNION ALL
    SELECT w.account_id, 'watcher' FROM ticket.ticket_watcher w WHERE w.ticket_id = :ticket AND w.mode = 'all'
    UNION ALL
    SELECT w.account_id, 'reply_watcher'
    FROM ticket.ticket_watcher w WHERE w.ticket_id = :ticket AND w.mode IN ('all', 'replies')
    UNION ALL
    SELECT l.account_id, 'approver'
    FROM ticket.approval_process p
    JOIN ticket.approval_step s ON s.process_id = p.id AND s.state = 'pending'
    JOIN ticket.approval_place l ON l.step_id = s.id AND l.replaced_at IS NULL
    WHERE p.ticket_id = :ticket AND p.state = 'pending'
    UNION ALL
    SELECT n.id, 'named' FROM unnest(:named::bigint[]) n (id)
),
candidate AS (
    SELECT DISTINCT ON (c.account_id) c.account_id, r.kind, r.weight
    FROM rule r
    JOIN concerned c ON c.capacity = r.capacity
    JOIN ticket.account a ON a.id = c.account_id AND a.status = 'active' AND a.deleted_at IS NULL
    LEFT JOIN ticket.notification_setting s ON s.account_id = c.account_id
    WHERE c.account_id IS DISTINCT FROM :actor::bigint
      AND COALESCE((s.choices -> r.kind ->> 'inApp')::boolean, r.in_app)
      AND (NOT r.mutable
           OR c.account_id NOT IN (SELECT w.account_id FROM ticket.ticket_watcher w
                                   WHERE w.ticket_id = :ticket AND w.mode = 'muted'))
    ORDER BY c.account_id, r.weight
),
told AS (
    INSERT INTO ticket.notification AS n
        (id, account_id, ticket_id, act, kind, weight, internal, entry_id, status, actor_id, created_at)
    OVERRIDING SYSTEM VALUE
    SELECT ticket.next_id('ticket.notification_id_seq', :internal), c.account_id, :ticket,
           pg_current_xact_id(), c.kind, c.weight, :internal, :entry, :status, :actor, :now
    FROM candidate c
    -- OFFSET 0 keeps the planner from reading every ticket.
    CROSS JOIN LATERAL (SELECT v.desk_id FROM ticket.visible_tickets(c.account_id) v
                        WHERE v.id = :ticket AND v.deleted_at IS NULL
                        OFFSET 0) t
    WHERE NOT :internal
       OR t.desk_id IN (SELECT d FROM ticket.desks_where(c.account_id, 'ticket.note') d)
    ON CONFLICT (account_id, ticket_id, act) DO UPDATE
        SET kind = EXCLUDED.kind, weight = EXCLUDED.weight, internal = EXCLUDED.internal,
            entry_id = EXCLUDED.entry_id, status = EXCLUDED.status
        WHERE EXCLUDED.weight < n.weight
    RETURNING n.id, n.account_id, n.ticket_id, n.internal
)
INSERT INTO ticket.event (id, type, ticket_id, internal, recipients, actor_id, data, created_at)
OVERRIDING SYSTEM VALUE
SELECT ticket.next_id('ticket.event_id_seq', t.internal), 'notification.created', t.ticket_id,
       t.internal, ARRAY[t.account_id], :actor, jsonb_build_object('id', t.id), :now
FROM told t
