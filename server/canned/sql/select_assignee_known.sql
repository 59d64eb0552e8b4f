-- SPDX-License-Identifier: GPL-3.0-or-later
-- Somebody who can be assigned tickets of the desk, or of any that this person works on or whose
-- canned replies they manage.
SELECT 1
FROM ticket.account a
WHERE a.id = :account AND a.status = 'active' AND a.deleted_at IS NULL
  AND EXISTS (SELECT 1
              FROM ticket.desks_where(a.id, 'ticket.reply') d
              WHERE (:desk::bigint IS NULL OR d = :desk::bigint)
                AND (d IN (SELECT s.id FROM ticket.staffed_desks(:viewer) s)
                     OR d IN (SELECT m FROM ticket.desks_where(:viewer, 'canned.manage') m)))
