-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT body, version
FROM ticket.organisation_answer
WHERE id = :organisation
  AND deleted_at IS NULL
