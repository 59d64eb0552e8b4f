-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.organisation
WHERE deleted_at IS NULL
  AND strpos(lower(name), lower(:search)) > 0
