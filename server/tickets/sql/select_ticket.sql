-- SPDX-License-Identifier: GPL-3.0-or-later
-- A ticket as the services work with it, for somebody who may see it.
SELECT t.desk_id, d.key, d.name, t.number, t.title, t.description, t.workflow_version_id, t.status,
       t.status_category, t.status_changed_at, t.status_reason, t.priority, t.category_id, c.name,
       t.requester_id, r.display_name, t.assignee_id, a.display_name, t.team_id, tm.name,
       t.visibility, t.tags, t.due_at, t.custom_fields, t.first_response_at, t.resolved_at,
       t.closed_at, t.reopen_count, t.created_by, t.created_at, t.deleted_at, t.version,
       EXISTS (SELECT 1 FROM ticket.timeline_entry s
               WHERE s.ticket_id = t.id AND s.is_solution AND s.deleted_at IS NULL),
       t.approval_template_id, v.name, ticket.granted_approvals(t.id),
       ticket.is_approver(t.id, :viewer, :now), d.service_revision, k.account_id, k.display_name
FROM ticket.visible_tickets(:viewer) t
JOIN ticket.desk d ON d.id = t.desk_id
JOIN ticket.account r ON r.id = t.requester_id
LEFT JOIN ticket.account a ON a.id = t.assignee_id
LEFT JOIN ticket.category c ON c.id = t.category_id
LEFT JOIN ticket.team tm ON tm.id = t.team_id
LEFT JOIN ticket.approval_template v ON v.id = t.approval_template_id
LEFT JOIN LATERAL (SELECT c.account_id, h.display_name
                   FROM ticket.claim c
                   JOIN ticket.account h ON h.id = c.account_id
                   WHERE c.ticket_id = t.id AND c.expires_at > :now) k ON true
WHERE t.id = :ticket
