-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.attachment SET deleted_by = :account, deleted_at = :now WHERE id = :id
