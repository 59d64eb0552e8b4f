-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many tickets are in which status of which version, and what would become of them. Whoever
-- manages workflows is told how many there are, of those they may not see, too: a number that is
-- wrong would strand somebody.
SELECT v.number, g.status, COALESCE(s.label, g.status), g.target, g.stranding, g.tickets
FROM (SELECT f.workflow_version_id, f.status, f.target, f.stranding, count(*) AS tickets
      FROM ticket.workflow_fates(:workflow, :ways::jsonb, :status_map::jsonb) f
      GROUP BY f.workflow_version_id, f.status, f.target, f.stranding) g
JOIN ticket.workflow_version v ON v.id = g.workflow_version_id
LEFT JOIN ticket.workflow_status s ON s.workflow_version_id = v.id AND s.key = g.status
WHERE v.number <> :except
ORDER BY v.number DESC, g.status, g.stranding
