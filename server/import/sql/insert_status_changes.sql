-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.status_change (ticket_id, from_status, to_status, changed_by, changed_at)
SELECT :ticket, c.old, c.new, c.author, c.at
FROM jsonb_array_elements(:changes::jsonb) WITH ORDINALITY AS item(value, position)
CROSS JOIN LATERAL jsonb_to_record(item.value)
    AS c(old text, new text, author bigint, at timestamptz)
ORDER BY item.position
