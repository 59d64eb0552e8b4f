-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickets of a desk that were finished since then, the newest first.
SELECT t.id, t.created_at, t.first_response_at, t.status_category, t.priority, t.category_id
FROM ticket.visible_tickets(:viewer) t
WHERE t.desk_id = :desk AND t.deleted_at IS NULL AND t.status_category >= 'resolved'
  AND t.status_changed_at >= :since AND t.id < :before
ORDER BY t.id DESC
LIMIT :limit
