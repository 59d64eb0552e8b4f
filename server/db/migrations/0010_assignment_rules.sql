-- SPDX-License-Identifier: GPL-3.0-or-later
-- Desks say to whom a ticket goes that comes into work and has nobody.

ALTER TABLE ticket.desk
    ADD COLUMN assignment_rule text NOT NULL DEFAULT 'none'
        CHECK (assignment_rule IN ('none', 'round_robin', 'least_loaded')),
    ADD COLUMN assignment_role text NOT NULL DEFAULT '';

CREATE OR REPLACE VIEW ticket.desk_answer AS
    SELECT d.id, d.name, d.version, d.deleted_at,
           json_build_object(
               'id', d.id,
               'key', d.key,
               'name', d.name,
               'description', d.description,
               'workflow', json_build_object('id', w.id, 'name', w.name),
               'approvalTemplate', CASE WHEN v.id IS NULL THEN NULL
                                        ELSE json_build_object('id', v.id, 'name', v.name) END,
               'assignmentRule', d.assignment_rule,
               'assignmentRole', d.assignment_role,
               'version', d.version) AS body
    FROM ticket.desk d
    JOIN ticket.workflow w ON w.id = d.workflow_id
    LEFT JOIN ticket.approval_template v ON v.id = d.approval_template_id;
