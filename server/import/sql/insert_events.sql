-- SPDX-License-Identifier: GPL-3.0-or-later
-- In the order of the array, so that events of one minute stay in order by id.
INSERT INTO ticket.timeline_entry (ticket_id, kind, event_type, author_id, details, created_at)
SELECT :ticket, 'event', e.type, e.author, e.details, e.at
FROM jsonb_array_elements(:events::jsonb) WITH ORDINALITY AS item(value, position)
CROSS JOIN LATERAL jsonb_to_record(item.value)
    AS e(type text, author bigint, details jsonb, at timestamptz)
ORDER BY item.position
