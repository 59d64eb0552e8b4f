-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.attachment
SET deleted_at = :now, deleted_by = :account
WHERE entry_id = :entry AND deleted_at IS NULL
