-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT x.id
FROM ticket.approval_proxy x
WHERE x.principal_id = :principal AND x.proxy_id = :proxy AND x.deleted_at IS NULL
  AND x.starts_at < :to AND x.ends_at > :from
LIMIT 1
