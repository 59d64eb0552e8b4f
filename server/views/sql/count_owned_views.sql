-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.saved_view v
WHERE v.owner_id = :account AND v.scope = 'personal' AND v.deleted_at IS NULL
