-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the ticket has to go through: its own template, else its category's, else its desk's.
SELECT v.id
FROM ticket.ticket t
JOIN ticket.desk d ON d.id = t.desk_id
LEFT JOIN ticket.category c ON c.id = t.category_id
JOIN ticket.approval_template v
  ON v.id = COALESCE(t.approval_template_id, c.approval_template_id, d.approval_template_id)
WHERE t.id = :ticket
