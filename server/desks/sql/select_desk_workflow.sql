-- SPDX-License-Identifier: GPL-3.0-or-later
-- The workflow that a desk shall have; without an id the one of that key.
SELECT w.id
FROM ticket.workflow w
WHERE w.deleted_at IS NULL
  AND CASE WHEN :workflow::bigint IS NULL THEN w.key = :default_key ELSE w.id = :workflow END
