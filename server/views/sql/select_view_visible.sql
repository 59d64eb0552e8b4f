-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT 1 FROM ticket.visible_views(:viewer) v WHERE v.id = :id
