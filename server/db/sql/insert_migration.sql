-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.schema_migration (version, name, checksum)
VALUES (:version, :name, :checksum)
