-- SPDX-License-Identifier: GPL-3.0-or-later
-- Ends the turns of the tickets that leave their step: for another status, or because their status
-- is no step any more.
UPDATE ticket.ticket_step s
SET ended_at = :now
FROM ticket.ticket t
WHERE t.id = ANY (:tickets::bigint[]) AND s.ticket_id = t.id AND s.ended_at IS NULL
  AND (COALESCE(:status_map::jsonb ->> t.status, t.status) <> t.status
       OR NOT t.status = ANY (:steps::text[]))
