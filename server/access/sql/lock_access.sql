-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT pg_advisory_xact_lock(hashtextextended('deskbell.access', 0))
