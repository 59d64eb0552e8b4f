-- SPDX-License-Identifier: GPL-3.0-or-later
-- An active account, and whether it may answer on the desk: then tickets can be assigned to it.
SELECT a.display_name,
       EXISTS (SELECT 1 FROM ticket.account_permission p
               WHERE p.account_id = a.id AND p.permission = 'ticket.reply'
                 AND (p.desk_id IS NULL OR p.desk_id = :desk))
FROM ticket.account a
WHERE a.id = :account AND a.status = 'active' AND a.deleted_at IS NULL
