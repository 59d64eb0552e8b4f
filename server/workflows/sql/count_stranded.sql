-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of these tickets.
SELECT count(*)
FROM ticket.workflow_fates(:workflow, :ways::jsonb, :status_map::jsonb) f
WHERE f.ticket_id = ANY (:tickets::bigint[]) AND f.stranding <> 'none'
