-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether somebody has a turn in one of the tickets that would be moved.
SELECT EXISTS (SELECT 1
               FROM ticket.workflow_version v
               JOIN ticket.ticket t ON t.workflow_version_id = v.id
               JOIN ticket.ticket_step s ON s.ticket_id = t.id AND s.ended_at IS NULL
               WHERE v.workflow_id = :workflow AND v.id <> :newest
                 AND t.deleted_at IS NULL AND t.status_category <> 'closed')
