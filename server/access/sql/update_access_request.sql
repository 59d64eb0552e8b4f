-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.access_request
SET decision = :decision, comment = :comment, decided_by = :account, decided_at = :now
WHERE id = :request AND decision IS NULL
