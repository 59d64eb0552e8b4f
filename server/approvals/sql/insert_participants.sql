-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whoever is asked now may see the ticket, from now on and afterwards: approvers, and who stands in
-- for them. Of one ticket, or of one person who is stood in for, or of all. Answers who is new.
WITH asked AS (
    SELECT p.id AS process_id, p.ticket_id, l.account_id, 'approver' AS capacity
    FROM ticket.approval_process p
    JOIN ticket.approval_step s ON s.process_id = p.id AND s.state = 'pending'
    JOIN ticket.approval_place l ON l.step_id = s.id AND l.decision IS NULL AND l.replaced_at IS NULL
    WHERE p.state = 'pending'
      AND (:ticket::bigint IS NULL OR p.ticket_id = :ticket)
      AND (:principal::bigint IS NULL OR l.account_id = :principal)
    UNION
    SELECT p.id, p.ticket_id, x.proxy_id, 'proxy'
    FROM ticket.approval_process p
    JOIN ticket.ticket t ON t.id = p.ticket_id
    JOIN ticket.approval_step s ON s.process_id = p.id AND s.state = 'pending'
    JOIN ticket.approval_place l ON l.step_id = s.id AND l.decision IS NULL AND l.replaced_at IS NULL
    JOIN ticket.approval_proxy x ON x.principal_id = l.account_id AND x.deleted_at IS NULL
                                AND x.starts_at <= :now AND x.ends_at > :now
    WHERE p.state = 'pending'
      AND (:ticket::bigint IS NULL OR p.ticket_id = :ticket)
      AND (:principal::bigint IS NULL OR l.account_id = :principal)
      AND ticket.can_approve(x.proxy_id, t.desk_id)
      AND ticket.can_approve(x.principal_id, t.desk_id)
),
made AS (
    INSERT INTO ticket.ticket_participant (ticket_id, account_id, capacity, created_at)
    SELECT DISTINCT a.ticket_id, a.account_id, a.capacity, :now::timestamptz FROM asked a
    ON CONFLICT DO NOTHING
    RETURNING ticket_id, account_id
)
SELECT DISTINCT a.ticket_id, a.process_id, m.account_id
FROM made m
JOIN asked a ON a.ticket_id = m.ticket_id AND a.account_id = m.account_id
ORDER BY a.ticket_id, m.account_id
