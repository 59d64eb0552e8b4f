-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words of a workflow's statuses, beside its definition: every ticket that is shown says how its
-- status is called, and taking the definition apart for each would cost more than the ticket.
CREATE TABLE ticket.workflow_status (
    workflow_version_id bigint NOT NULL REFERENCES ticket.workflow_version,
    key                 text NOT NULL,
    label               text NOT NULL,
    PRIMARY KEY (workflow_version_id, key)
);

CREATE FUNCTION ticket.note_workflow_statuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ticket.workflow_status (workflow_version_id, key, label)
    SELECT NEW.id, s ->> 'key', s ->> 'label'
    FROM jsonb_array_elements(NEW.definition -> 'statuses') s
    WHERE s ->> 'key' IS NOT NULL AND s ->> 'label' IS NOT NULL
    ON CONFLICT DO NOTHING;
    RETURN NEW;
END $$;
CREATE TRIGGER workflow_statuses AFTER INSERT ON ticket.workflow_version
    FOR EACH ROW EXECUTE FUNCTION ticket.note_workflow_statuses();

INSERT INTO ticket.workflow_status (workflow_version_id, key, label)
SELECT v.id, s ->> 'key', s ->> 'label'
FROM ticket.workflow_version v
CROSS JOIN LATERAL jsonb_array_elements(v.definition -> 'statuses') s
ON CONFLICT DO NOTHING;

CREATE OR REPLACE VIEW ticket.ticket_answer AS
    SELECT t.id,
           json_build_object(
               'id', t.id,
               'number', d.key || '-' || t.number,
               'desk', json_build_object('id', d.id, 'key', d.key, 'name', d.name),
               'title', t.title,
               'description', t.description,
               'status', t.status,
               'statusLabel', COALESCE((SELECT s.label
                                        FROM ticket.workflow_status s
                                        WHERE s.workflow_version_id = t.workflow_version_id
                                          AND s.key = t.status), t.status),
               'statusCategory', t.status_category,
               'statusReason', t.status_reason,
               'priority', t.priority,
               'category', CASE WHEN c.id IS NULL THEN NULL
                                ELSE json_build_object('id', c.id, 'name', c.name) END,
               'requester', json_build_object('id', r.id, 'displayName', r.display_name),
               'customerId', r.id,
               'assignee', CASE WHEN a.id IS NULL THEN NULL
                                ELSE json_build_object('id', a.id, 'displayName', a.display_name) END,
               'assignedTo', a.id,
               'team', CASE WHEN tm.id IS NULL THEN NULL
                            ELSE json_build_object('id', tm.id, 'name', tm.name) END,
               'visibility', t.visibility,
               'tags', t.tags,
               'dueAt', ticket.iso(t.due_at),
               'customFields', t.custom_fields,
               'createdAt', ticket.iso(t.created_at),
               'createdBy', json_build_object('id', cb.id, 'displayName', cb.display_name),
               'updatedAt', ticket.iso(t.updated_at),
               'updatedBy', json_build_object('id', ub.id, 'displayName', ub.display_name),
               'firstResponseAt', ticket.iso(t.first_response_at),
               'resolvedAt', ticket.iso(t.resolved_at),
               'closedAt', ticket.iso(t.closed_at),
               'deletedAt', ticket.iso(t.deleted_at),
               'reopenCount', t.reopen_count,
               'viewCount', t.view_count,
               'version', t.version) AS body
    FROM ticket.ticket t
    JOIN ticket.desk d ON d.id = t.desk_id
    JOIN ticket.account r ON r.id = t.requester_id
    JOIN ticket.account cb ON cb.id = t.created_by
    JOIN ticket.account ub ON ub.id = t.updated_by
    LEFT JOIN ticket.account a ON a.id = t.assignee_id
    LEFT JOIN ticket.category c ON c.id = t.category_id
    LEFT JOIN ticket.team tm ON tm.id = t.team_id;
