-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.approval_proxy SET deleted_at = :now
WHERE id = :proxy AND principal_id = :principal AND deleted_at IS NULL
RETURNING id
