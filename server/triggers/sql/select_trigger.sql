-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT e.body, e.version FROM ticket.ticket_trigger_answer e WHERE e.id = :id AND e.deleted_at IS NULL
