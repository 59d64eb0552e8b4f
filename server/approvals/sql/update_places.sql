-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.approval_place
SET decision = :decision, decided_by = :account, decided_at = :now, comment = :comment
WHERE step_id = :step AND account_id = ANY (:places::bigint[]) AND decision IS NULL AND replaced_at IS NULL
