-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether the ticket may be seen is asked by whoever uses the id.
SELECT t.id
FROM ticket.desk d
JOIN ticket.ticket t ON t.desk_id = d.id AND t.number = :counter
WHERE d.key = :desk_key
