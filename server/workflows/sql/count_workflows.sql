-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.workflow e
WHERE e.deleted_at IS NULL
