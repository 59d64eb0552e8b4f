-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many list_notifications would list.
SELECT count(*)
FROM ticket.notification n
CROSS JOIN LATERAL (SELECT v.desk_id
                    FROM ticket.visible_tickets(:viewer) v
                    WHERE v.id = n.ticket_id
                    OFFSET 0) t
WHERE n.account_id = :viewer
  AND (:unread::boolean IS NULL OR (n.read_at IS NULL) = :unread)
  AND (cardinality(:kinds::text[]) = 0 OR n.kind = ANY (:kinds))
  AND (cardinality(:tickets::bigint[]) = 0 OR n.ticket_id = ANY (:tickets))
  AND (NOT n.internal OR t.desk_id IN (SELECT x FROM ticket.desks_where(:viewer, 'ticket.note') x))
