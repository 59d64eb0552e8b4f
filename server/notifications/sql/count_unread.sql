-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many are unread of what somebody may still see.
SELECT count(*)
FROM ticket.notification n
CROSS JOIN LATERAL (SELECT v.desk_id
                    FROM ticket.visible_tickets(:viewer) v
                    WHERE v.id = n.ticket_id
                    OFFSET 0) t
WHERE n.account_id = :viewer AND n.read_at IS NULL
  AND (NOT n.internal OR t.desk_id IN (SELECT x FROM ticket.desks_where(:viewer, 'ticket.note') x))
