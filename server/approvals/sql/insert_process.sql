-- SPDX-License-Identifier: GPL-3.0-or-later
-- A process with the steps that its template has now.
WITH process AS (
    INSERT INTO ticket.approval_process
        (ticket_id, template_id, template_key, template_name, allow_self_approval, started_by, started_at)
    SELECT :ticket, v.id, v.key, v.name, v.allow_self_approval, :account, :now
    FROM ticket.approval_template v
    WHERE v.id = :template
    RETURNING id, template_id
),
steps AS (
    INSERT INTO ticket.approval_step
        (process_id, position, name, mode, needed, people, roles, remind_after, expire_after)
    SELECT p.id, s.position, s.step ->> 'name', (s.step ->> 'mode')::ticket.approval_mode,
           (s.step ->> 'count')::integer,
           ARRAY(SELECT x::bigint FROM jsonb_array_elements_text(s.step -> 'people') x),
           ARRAY(SELECT x FROM jsonb_array_elements_text(s.step -> 'roles') x),
           (s.step ->> 'remindAfterHours')::integer, (s.step ->> 'expireAfterHours')::integer
    FROM process p
    JOIN ticket.approval_template v ON v.id = p.template_id
    CROSS JOIN LATERAL jsonb_array_elements(v.steps) WITH ORDINALITY s (step, position)
)
SELECT id FROM process
