-- SPDX-License-Identifier: GPL-3.0-or-later
-- Newest day first.
SELECT json_build_object(
           'id', e.id,
           'person', ticket.person_json(e.account_id),
           'minutes', e.minutes,
           'day', e.day,
           'note', e.note)
FROM ticket.visible_tickets(:viewer) t
JOIN ticket.time_entry e ON e.ticket_id = t.id
WHERE t.id = :ticket
ORDER BY e.day DESC, e.id DESC
