-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT value
FROM ticket.server_secret
WHERE name = :name
