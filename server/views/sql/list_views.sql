-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT a.body
FROM ticket.visible_views(:viewer) v
JOIN ticket.saved_view_answer a ON a.id = v.id
ORDER BY array_position(ARRAY['personal', 'team', 'global'], v.scope), v.position, lower(v.name), v.id
