-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.approval_proxy (principal_id, proxy_id, starts_at, ends_at, created_at)
VALUES (:principal, :proxy, :from, :to, :now)
RETURNING id
