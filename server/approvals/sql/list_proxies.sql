-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whom somebody let stand in for them, and for whom they stand in, the last first.
SELECT json_build_object(
           'id', x.id,
           'principal', json_build_object('id', a.id, 'displayName', a.display_name),
           'person', json_build_object('id', b.id, 'displayName', b.display_name),
           'from', ticket.iso(x.starts_at),
           'to', ticket.iso(x.ends_at),
           'active', x.starts_at <= :now AND x.ends_at > :now
                     AND a.status = 'active' AND b.status = 'active'
                     AND a.deleted_at IS NULL AND b.deleted_at IS NULL)
FROM ticket.approval_proxy x
JOIN ticket.account a ON a.id = x.principal_id
JOIN ticket.account b ON b.id = x.proxy_id
WHERE x.deleted_at IS NULL AND (x.principal_id = :viewer OR x.proxy_id = :viewer)
  AND (:proxy::bigint IS NULL OR x.id = :proxy)
ORDER BY x.starts_at DESC, x.id DESC
