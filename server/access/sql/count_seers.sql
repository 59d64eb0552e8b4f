-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.account a
CROSS JOIN LATERAL (SELECT v.id FROM ticket.visible_tickets(a.id) v WHERE v.id = :ticket OFFSET 0) seen
WHERE a.status = 'active' AND a.deleted_at IS NULL
  AND (a.id IN (SELECT c FROM ticket.concerned_accounts(:ticket) c)
       OR a.id IN (SELECT o.account_id FROM ticket.overseeing_account o))
