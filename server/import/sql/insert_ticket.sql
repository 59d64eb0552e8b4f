-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.ticket (desk_id, number, title, description, workflow_version_id, status,
                           status_category, status_changed_at, priority, category_id, requester_id,
                           assignee_id, team_id, tags, custom_fields, first_response_at, resolved_at,
                           closed_at, reopen_count, created_by, created_at, updated_by, updated_at)
VALUES (:desk, :number, :title, :description, :workflow_version, :status, :status_category,
        :status_changed_at, :priority, :category, :requester, :assignee, :team, :tags::text[],
        :custom_fields::jsonb, :first_response_at, :resolved_at, :closed_at, :reopen_count, :created_by,
        :created_at, :updated_by, :updated_at)
RETURNING id
