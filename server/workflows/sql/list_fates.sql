-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many tickets are in which status of which version, and what would become of them. Whoever
-- manages workflows is told how many there are, of those they may not see, too: a number that is
-- wrong would strand somebody.
SELECT v.number, f.status, COALESCE(s.label, f.status), f.target, f.stranding, count(*)
FROM ticket.workflow_fates(:workflow, :ways::jsonb, :status_map::jsonb) f
JOIN ticket.workflow_version v ON v.id = f.workflow_version_id
LEFT JOIN ticket.workflow_status s ON s.workflow_version_id = v.id AND s.key = f.status
WHERE v.number <> :except
GROUP BY v.number, f.status, s.label, f.target, f.stranding
ORDER BY v.number DESC, f.status, f.stranding
