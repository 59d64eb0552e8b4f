-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.tag e
WHERE e.deleted_at IS NULL
