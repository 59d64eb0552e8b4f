-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the team still has work to do.
SELECT EXISTS (SELECT 1 FROM ticket.ticket t
               WHERE t.team_id = :team AND t.deleted_at IS NULL
                 AND t.status_category NOT IN ('resolved', 'closed'))
