-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whom the end of a process, or a step of it, concerns: who asked, and everybody who was asked or
-- decided.
SELECT t.requester_id
FROM ticket.approval_process p JOIN ticket.ticket t ON t.id = p.ticket_id
WHERE p.id = :process
UNION
SELECT t.created_by
FROM ticket.approval_process p JOIN ticket.ticket t ON t.id = p.ticket_id
WHERE p.id = :process
UNION
SELECT c.account_id
FROM ticket.approval_step s
JOIN ticket.approval_place l ON l.step_id = s.id
CROSS JOIN LATERAL (VALUES (l.account_id), (l.decided_by)) c (account_id)
WHERE s.process_id = :process AND c.account_id IS NOT NULL
