-- SPDX-License-Identifier: GPL-3.0-or-later
-- With whatever was added to the entries since.
UPDATE ticket.attachment f
SET ticket_id = :source
WHERE f.ticket_id = :target
  AND (f.id = ANY (:attachments::bigint[]) OR f.entry_id = ANY (:entries::bigint[]))
