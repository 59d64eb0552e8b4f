-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.approval_place
SET replaced_at = :now
WHERE step_id = :step AND account_id = :account AND decision IS NULL AND replaced_at IS NULL
