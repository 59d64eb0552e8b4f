-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT d.id, d.version FROM ticket.desk d WHERE d.workflow_id = :workflow AND d.deleted_at IS NULL
ORDER BY d.id
