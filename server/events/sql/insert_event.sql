-- SPDX-License-Identifier: GPL-3.0-or-later
-- With the event, a run for each trigger that looks at such ones (docs/adr/0038). A trigger that
-- took part in causing it is not asked again, nor any behind five.
WITH told AS (
    INSERT INTO ticket.event (id, type, ticket_id, internal, recipients, actor_id, data, created_at)
    OVERRIDING SYSTEM VALUE
    VALUES (ticket.next_id('ticket.event_id_seq', :internal), :type, :ticket, :internal,
            :recipients::bigint[], :actor, :data::jsonb, :now)
)
INSERT INTO ticket.trigger_run (trigger_id, ticket_id, chain, outcome, reason, queued_at, finished_at)
SELECT g.id, t.id, c.chain || g.id, CASE WHEN s.reason <> '' THEN 'stopped' END, s.reason, :now,
       CASE WHEN s.reason <> '' THEN :now::timestamptz END
FROM ticket.ticket_trigger g
JOIN ticket.ticket t ON t.id = :ticket AND (g.desk_id IS NULL OR g.desk_id = t.desk_id)
CROSS JOIN (SELECT COALESCE(NULLIF(current_setting('deskbell.trigger_chain', true), '')::bigint[], '{}')
                AS chain) c
CROSS JOIN LATERAL (SELECT CASE WHEN g.id = ANY (c.chain) THEN 'loop'
                                WHEN cardinality(c.chain) >= 5 THEN 'too_deep'
                                ELSE '' END AS reason) s
WHERE g.enabled AND g.deleted_at IS NULL AND g.moment = ANY (:moments::text[])
  AND (g.moment NOT IN ('requester_replied', 'staff_replied')
       OR (g.moment = 'requester_replied') = (t.requester_id IS NOT DISTINCT FROM :actor::bigint))
ORDER BY g.position, g.id
