-- SPDX-License-Identifier: GPL-3.0-or-later
-- Everything before this transaction is settled.
SELECT pg_snapshot_xmin(pg_current_snapshot())
