-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.server_secret (name, value)
VALUES (:name, :value)
ON CONFLICT (name) DO NOTHING
