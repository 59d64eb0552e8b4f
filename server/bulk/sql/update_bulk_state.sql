-- SPDX-License-Identifier: GPL-3.0-or-later
-- A state in which the server is at work has no end yet.
UPDATE ticket.bulk
SET state = :state,
    started_at = CASE WHEN :at_work THEN :now ELSE started_at END,
    ended_at = CASE WHEN :at_work THEN NULL ELSE :now::timestamptz END
WHERE id = :bulk
