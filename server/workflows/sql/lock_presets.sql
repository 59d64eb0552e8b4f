-- SPDX-License-Identifier: GPL-3.0-or-later
-- Several servers may start at once on one database.
SELECT pg_advisory_xact_lock(hashtext('ticket.workflow presets'))
