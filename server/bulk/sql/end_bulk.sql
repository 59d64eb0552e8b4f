-- SPDX-License-Identifier: GPL-3.0-or-later
-- When no ticket is left whose turn it is. The state that follows, if this did it.
UPDATE ticket.bulk b
SET state = :next, ended_at = :now
WHERE b.id = :bulk AND b.state = :state
  AND NOT EXISTS (SELECT 1 FROM ticket.bulk_ticket x
                  WHERE x.bulk_id = b.id AND x.outcome = :before
                    AND (x.outcome <> 'changed' OR x.version IS NOT NULL))
RETURNING b.state
