-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.ticket_participant p
WHERE p.ticket_id = :ticket AND p.capacity = 'watcher' AND p.account_id = ANY (:watchers::bigint[])
