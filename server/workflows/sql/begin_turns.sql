-- SPDX-License-Identifier: GPL-3.0-or-later
-- Turns for the tickets that are in a step now and have none. Whoever has a ticket keeps it, unless
-- it came out of another step: then it is for a job to choose somebody. So it is for a turn that
-- nobody has and that another role is asked for now.
WITH step AS (
    SELECT w.status, r.id AS role_id
    FROM jsonb_to_recordset(:steps::jsonb) AS w(status text, role text)
    CROSS JOIN LATERAL (SELECT r.id FROM ticket.role r WHERE r.key = w.role
                        ORDER BY r.deleted_at IS NOT NULL, r.id DESC LIMIT 1) r),
arrived AS (
    SELECT t.id, t.status, step.role_id,
           CASE WHEN NOT EXISTS (SELECT 1 FROM ticket.ticket_step old
                                 WHERE old.ticket_id = t.id AND old.ended_at = :now::timestamptz
                                   AND old.status <> t.status)
                THEN t.assignee_id END AS account_id
    FROM ticket.ticket t
    JOIN step ON step.status = t.status
    WHERE t.id = ANY (:tickets::bigint[])
      AND NOT EXISTS (SELECT 1 FROM ticket.ticket_step s
                      WHERE s.ticket_id = t.id AND s.ended_at IS NULL)),
asked AS (
    UPDATE ticket.ticket_step s
    SET role_id = step.role_id, waiting = 'to_be_chosen'
    FROM step
    WHERE s.ticket_id = ANY (:tickets::bigint[]) AND s.ended_at IS NULL AND s.status = step.status
      AND s.account_id IS NULL AND s.origin <> 'escalated' AND s.role_id <> step.role_id
      AND s.waiting <> 'released'),
settled AS (
    DELETE FROM ticket.team_wait w USING arrived a WHERE w.ticket_id = a.id)
INSERT INTO ticket.ticket_step (ticket_id, status, role_id, account_id, origin, waiting, started_at)
SELECT a.id, a.status, a.role_id, a.account_id, 'entered',
       CASE WHEN a.account_id IS NULL THEN 'to_be_chosen' END, :now
FROM arrived a
ORDER BY a.id
