-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.ticket_participant
WHERE ticket_id = :ticket AND account_id = :person AND capacity = 'watcher'
