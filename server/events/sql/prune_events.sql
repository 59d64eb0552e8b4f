-- SPDX-License-Identifier: GPL-3.0-or-later
-- The newest of the old events stays as a mark of how far the past is gone.
WITH mark AS (
    SELECT txid, id FROM ticket.event WHERE created_at < :before ORDER BY txid DESC, id DESC LIMIT 1
),
marked AS (
    UPDATE ticket.event e
    SET type = 'pruned', ticket_id = NULL, recipients = '{}', actor_id = NULL, data = '{}'
    FROM mark m
    WHERE (e.txid, e.id) = (m.txid, m.id) AND e.type <> 'pruned'
)
DELETE FROM ticket.event e
USING mark m
WHERE (e.txid, e.id) < (m.txid, m.id)
