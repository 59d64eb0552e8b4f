-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.checklist_item i
SET position = o.position
FROM unnest(:items::bigint[]) WITH ORDINALITY o (id, position)
WHERE i.id = o.id
