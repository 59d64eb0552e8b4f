-- SPDX-License-Identifier: GPL-3.0-or-later
-- What follows a place, in order. "settled": no transaction that could still put something before
-- it is running; a reader must not pass what is not.
SELECT e.txid, e.id, e.type,
       e.txid < pg_snapshot_xmin(pg_current_snapshot()),
       CASE
           WHEN e.type = 'ticket.hidden'
               THEN jsonb_build_object('id', e.ticket_id, 'ticketId', e.ticket_id, 'actor', NULL,
                                       'at', ticket.iso(e.created_at))
           ELSE e.data
               || CASE WHEN e.ticket_id IS NULL THEN '{}'
                       ELSE jsonb_build_object('ticketId', e.ticket_id) END
               || jsonb_build_object(
                   'actor', CASE WHEN a.id IS NULL THEN NULL
                                 ELSE jsonb_build_object('id', a.id, 'displayName', a.display_name) END,
                   'at', ticket.iso(e.created_at))
       END
FROM ticket.event e
LEFT JOIN ticket.account a ON a.id = e.actor_id
WHERE (e.txid, e.id) > (:txid::xid8, :id::bigint)
ORDER BY e.txid, e.id
LIMIT :limit
