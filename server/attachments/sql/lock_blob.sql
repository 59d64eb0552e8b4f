-- SPDX-License-Identifier: GPL-3.0-or-later
-- Two contents that share their first eight bytes only wait for each other.
SELECT pg_advisory_xact_lock(('x' || encode(substr(:sha256::bytea, 1, 8), 'hex'))::bit(64)::bigint)
