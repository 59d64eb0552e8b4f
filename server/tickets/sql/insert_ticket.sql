-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.ticket
    (desk_id, number, title, description, workflow_version_id, status, status_category,
     status_changed_at, priority, category_id, requester_id, assignee_id, team_id, visibility, tags,
     due_at, approval_template_id, custom_fields, resolved_at, closed_at, sla_clocks,
     sla_target, sla_state, sla_warn_at, sla_due_at, sla_alert_at, sla_revision, created_by, created_at,
     updated_by, updated_at)
VALUES
    (:desk, nextval(format('ticket.desk_number_%s', :desk::bigint)::regclass), :title, :description,
     :workflow, :status, :status_category, :now, :priority, :category, :requester, :assignee, :team,
     :visibility, :tags, :due_at, :approval_template, :custom_fields, :resolved_at, :closed_at, :sla_clocks,
     :sla_target, :sla_state, :sla_warn_at, :sla_due_at, :sla_alert_at, :sla_revision, :account, :now,
     :account, :now)
RETURNING id, number
