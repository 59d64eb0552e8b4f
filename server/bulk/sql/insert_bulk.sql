-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.bulk (account_id, state, change, peer, request_id, created_at, started_at)
VALUES (:account, :state, :change, :peer, :request_id, :now, :now)
RETURNING id
