-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT name, description, version
FROM ticket.organisation
WHERE id = :organisation
  AND deleted_at IS NULL
FOR NO KEY UPDATE
