-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which of these accounts may know of which events, from one place (not included) to another
-- (included). visible_tickets() decides, once for each ticket and account. Asking it for everybody
-- would cost as much as there are people connected, so it is asked only for those whom it could let
-- in: who concerns the ticket, and who may see tickets that do not concern them.
WITH batch AS (
    SELECT e.txid, e.id, e.type, e.ticket_id, e.internal, e.recipients
    FROM ticket.event e
    WHERE (e.txid, e.id) > (:after_txid::xid8, :after_id::bigint)
      AND (e.txid, e.id) <= (:last_txid::xid8, :last_id::bigint)
),
connected AS (
    SELECT a.id FROM unnest(:accounts::bigint[]) a (id)
),
subject AS (
    SELECT b.ticket_id, bool_or(b.internal) AS any_internal
    FROM batch b
    WHERE b.ticket_id IS NOT NULL
    GROUP BY b.ticket_id
),
candidate AS (
    SELECT s.ticket_id, s.any_internal, c.id AS account_id
    FROM subject s
    CROSS JOIN LATERAL ticket.concerned_accounts(s.ticket_id) c (id)
    WHERE c.id = ANY (:accounts::bigint[])
    UNION
    SELECT s.ticket_id, s.any_internal, c.id
    FROM subject s
    CROSS JOIN (SELECT id FROM connected WHERE id IN (SELECT account_id FROM ticket.overseeing_account)) c
),
sight AS MATERIALIZED (
    SELECT c.ticket_id, c.account_id,
           c.any_internal
           AND t.desk_id IN (SELECT d FROM ticket.desks_where(c.account_id, 'ticket.note') d) AS notes
    FROM candidate c
    -- OFFSET 0 keeps the planner from reading every ticket: how few these are it cannot know.
    CROSS JOIN LATERAL (SELECT v.desk_id
                        FROM ticket.visible_tickets(c.account_id) v
                        WHERE v.id = c.ticket_id
                        OFFSET 0) t
)
SELECT told.txid, told.id, array_agg(told.account_id)
FROM (
    SELECT b.txid, b.id, s.account_id
    FROM batch b
    JOIN sight s ON s.ticket_id = b.ticket_id
    WHERE b.type <> 'ticket.hidden'
      AND (NOT b.internal OR s.notes)
      AND (b.recipients IS NULL OR s.account_id = ANY (b.recipients))
    UNION ALL
    SELECT b.txid, b.id, c.id
    FROM batch b
    JOIN connected c ON c.id = ANY (b.recipients)
    WHERE b.ticket_id IS NULL
       OR (b.type = 'ticket.hidden'
           AND NOT EXISTS (SELECT 1 FROM sight s
                           WHERE s.ticket_id = b.ticket_id AND s.account_id = c.id))
) told
GROUP BY told.txid, told.id
ORDER BY told.txid, told.id
