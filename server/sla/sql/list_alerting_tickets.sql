-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickets of which there is something to be told, each with somebody who may see it. For the
-- system, which sees everything.
SELECT t.id, t.requester_id
FROM ticket.ticket t
WHERE t.sla_alert_at < :now AND t.deleted_at IS NULL
ORDER BY t.sla_alert_at, t.id
LIMIT :limit OFFSET :skipped
