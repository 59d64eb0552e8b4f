-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether there is a plain link between them, and whether `child` is above `parent` already or has
-- another parent.
WITH RECURSIVE above (id) AS (
    SELECT :parent::bigint
    UNION
    SELECT l.ticket_id FROM ticket.ticket_link l JOIN above a ON l.other_id = a.id WHERE l.kind = 'child')
SELECT EXISTS (SELECT 1 FROM ticket.ticket_link l
               WHERE (l.ticket_id, l.other_id) IN ((:parent, :child), (:child, :parent))),
       EXISTS (SELECT 1 FROM above a WHERE a.id = :child),
       EXISTS (SELECT 1 FROM ticket.ticket_link l WHERE l.other_id = :child AND l.kind = 'child')
