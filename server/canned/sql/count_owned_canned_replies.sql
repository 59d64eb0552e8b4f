-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.canned_reply a
WHERE a.owner_id = :account AND a.deleted_at IS NULL
