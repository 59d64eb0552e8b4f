-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.account
SET deleted_by = :by, deleted_at = :now, version = version + 1, updated_by = :by, updated_at = :now
WHERE id = :account
