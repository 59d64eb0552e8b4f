-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those of the entries that were moved; with `own` those of the ticket itself, too.
UPDATE ticket.attachment f
SET ticket_id = :target
WHERE f.ticket_id = :source
  AND (f.entry_id = ANY (:entries::bigint[]) OR (:own AND f.entry_id IS NULL))
RETURNING f.id
