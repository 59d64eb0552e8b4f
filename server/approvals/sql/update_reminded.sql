-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.approval_step SET reminded_at = :now WHERE id = :step AND reminded_at IS NULL
