-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.trigger_run
SET outcome = :outcome, reason = :reason, finished_at = :now
WHERE id = :id AND outcome IS NULL
