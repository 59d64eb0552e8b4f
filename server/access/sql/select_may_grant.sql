-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether somebody may let others into a ticket that they see.
SELECT ticket.may_grant(:viewer, t)
FROM ticket.visible_tickets(:viewer) t
WHERE t.id = :ticket AND t.deleted_at IS NULL
