-- SPDX-License-Identifier: GPL-3.0-or-later
-- Later tickets of the desk go on after the imported numbers.
SELECT setval(format('ticket.desk_number_%s', d.id)::regclass,
              GREATEST(1, (SELECT max(t.number) FROM ticket.ticket t WHERE t.desk_id = d.id)))
FROM ticket.desk d
WHERE d.id = :desk
