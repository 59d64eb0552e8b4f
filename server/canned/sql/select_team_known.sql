-- SPDX-License-Identifier: GPL-3.0-or-later
-- A team of the desk, or of any when none is given, whose people somebody may know: they are in it,
-- or work on its desk or manage its canned replies.
SELECT 1
FROM ticket.team t
WHERE t.id = :team AND t.deleted_at IS NULL
  AND (:desk::bigint IS NULL OR t.desk_id = :desk::bigint)
  AND (t.desk_id IN (SELECT d.id FROM ticket.staffed_desks(:viewer) d)
       OR t.desk_id IN (SELECT d FROM ticket.desks_where(:viewer, 'canned.manage') d)
       OR EXISTS (SELECT 1 FROM ticket.team_member m WHERE m.team_id = t.id AND m.account_id = :viewer))
