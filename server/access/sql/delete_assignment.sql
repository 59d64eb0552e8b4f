-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.account_role
WHERE account_id = :account
  AND role_id = :role
  AND desk_id IS NOT DISTINCT FROM :desk
