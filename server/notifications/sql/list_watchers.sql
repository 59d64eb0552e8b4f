-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who follows a ticket, by name; of one person when one is named.
SELECT json_build_object('person', json_build_object('id', a.id, 'displayName', a.display_name),
                         'mode', w.mode,
                         'wasAdded', EXISTS (SELECT 1 FROM ticket.ticket_participant p
                                             WHERE p.ticket_id = w.ticket_id AND p.account_id = w.account_id
                                               AND p.capacity = 'watcher'))
FROM ticket.ticket_watcher w
JOIN ticket.account a ON a.id = w.account_id AND a.deleted_at IS NULL
WHERE w.ticket_id = :ticket AND (:person::bigint IS NULL OR w.account_id = :person)
ORDER BY lower(a.display_name), a.id
