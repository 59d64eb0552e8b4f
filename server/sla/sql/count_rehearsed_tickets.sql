-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.visible_tickets(:viewer) t
WHERE t.desk_id = :desk AND t.deleted_at IS NULL AND t.status_category >= 'resolved'
  AND t.status_changed_at >= :since
