-- SPDX-License-Identifier: GPL-3.0-or-later
-- An active account: its name, and whether it may decide on the desk.
SELECT a.display_name, ticket.can_approve(a.id, :desk)
FROM ticket.account a
WHERE a.id = :account AND a.status = 'active' AND a.deleted_at IS NULL
