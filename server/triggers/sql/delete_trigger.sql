-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.ticket_trigger
SET deleted_at = :now, deleted_by = :account, version = version + 1
WHERE id = :id
