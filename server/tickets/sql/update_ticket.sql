-- SPDX-License-Identifier: GPL-3.0-or-later
-- Everything that can change. Without an account the system acts: the last person stays named.
UPDATE ticket.ticket
SET title = :title,
    description = :description,
    status = :status,
    status_category = :status_category,
    status_changed_at = :status_changed_at,
    status_reason = :status_reason,
    priority = :priority,
    category_id = :category,
    requester_id = :requester,
    assignee_id = :assignee,
    team_id = :team,
    visibility = :visibility,
    tags = :tags,
    due_at = :due_at,
    approval_template_id = :approval_template,
    custom_fields = :custom_fields,
    first_response_at = :first_response_at,
    resolved_at = :resolved_at,
    closed_at = :closed_at,
    reopen_count = :reopen_count,
    deleted_at = :deleted_at,
    deleted_by = CASE WHEN :deleted_at::timestamptz IS NULL THEN NULL ELSE COALESCE(deleted_by, :account) END,
    version = version + 1,
    updated_by = COALESCE(:account, updated_by),
    updated_at = :now
WHERE id = :ticket
RETURNING version
