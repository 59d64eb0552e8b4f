-- SPDX-License-Identifier: GPL-3.0-or-later
-- Counts one failure and, on the way, forgets what is long past: names that were tried once must
-- not pile up.
WITH forgotten AS (
    DELETE FROM ticket.signin_failure
    WHERE subject IN (SELECT subject
                      FROM ticket.signin_failure
                      WHERE last_at <= :forgotten
                        AND subject <> :subject
                      LIMIT 100
                      FOR UPDATE SKIP LOCKED)
)
INSERT INTO ticket.signin_failure AS f (subject, failures, last_at, blocked_until)
VALUES (:subject, 1, :now, :now)
ON CONFLICT (subject) DO UPDATE
SET failures = CASE WHEN f.last_at > :forgotten THEN f.failures + 1 ELSE 1 END,
    last_at = excluded.last_at
RETURNING failures
