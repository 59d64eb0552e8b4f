-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.access_request q
CROSS JOIN LATERAL (SELECT v.id
                    FROM ticket.visible_tickets(:viewer) v
                    WHERE v.id = q.ticket_id AND ticket.may_grant(:viewer, v) AND v.deleted_at IS NULL
                    OFFSET 0) t
WHERE q.decision IS NULL
