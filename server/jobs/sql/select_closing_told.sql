-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT EXISTS (SELECT 1 FROM ticket.timeline_entry e
               WHERE e.ticket_id = :ticket AND e.created_at >= :since
                 AND e.event_type = 'closing_soon')
