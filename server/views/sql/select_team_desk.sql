-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of a team that somebody knows of: one they are in, or of a desk whose inner order they may see.
SELECT t.desk_id
FROM ticket.team t
WHERE t.id = :team AND t.deleted_at IS NULL
  AND (t.desk_id IN (SELECT d.id FROM ticket.staffed_desks(:viewer) d)
       OR EXISTS (SELECT 1 FROM ticket.team_member m WHERE m.team_id = t.id AND m.account_id = :viewer))
