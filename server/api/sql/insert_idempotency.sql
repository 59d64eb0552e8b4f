-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.idempotency (account_id, key, route, body_hash, status, headers, body, created_at)
VALUES (:account, :key::uuid, :route, :hash, :status, :headers::jsonb, :body, :now)
ON CONFLICT (account_id, key) DO UPDATE
SET route = excluded.route, body_hash = excluded.body_hash, status = excluded.status,
    headers = excluded.headers, body = excluded.body, created_at = excluded.created_at
WHERE ticket.idempotency.created_at <= :oldest
