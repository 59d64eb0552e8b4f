-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT version, name, checksum
FROM ticket.schema_migration
ORDER BY version
