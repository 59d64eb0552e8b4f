-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.ticket_step (ticket_id, status, role_id, account_id, origin, waiting, started_at)
SELECT :ticket::bigint, :status::text, r.id, :account::bigint, :origin::text, :waiting::text,
       :now::timestamptz
FROM ticket.role r
WHERE r.key = :role
ORDER BY r.deleted_at IS NOT NULL, r.id DESC
LIMIT 1
