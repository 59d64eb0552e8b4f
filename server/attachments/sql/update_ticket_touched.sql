-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.ticket
SET version = version + 1, updated_by = :account, updated_at = :now
WHERE id = :ticket
RETURNING version
