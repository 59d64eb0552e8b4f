-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of the tickets that list_due_tickets would find, those of which nobody was told yet that they are
-- going to be closed: the timeline of a ticket knows, since when it is in its status.
SELECT t.id, t.requester_id
FROM ticket.ticket t
WHERE t.workflow_version_id = :workflow AND t.status = :status AND t.deleted_at IS NULL
  AND t.status_changed_at <= :since
  AND NOT EXISTS (SELECT 1 FROM ticket.timeline_entry e
                  WHERE e.ticket_id = t.id AND e.created_at >= t.status_changed_at
                    AND e.event_type = 'closing_soon')
ORDER BY t.status_changed_at, t.id
LIMIT :limit OFFSET :skipped
