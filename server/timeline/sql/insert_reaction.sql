-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.reaction (entry_id, account_id, kind, created_at)
VALUES (:entry, :account, :kind, :now)
ON CONFLICT DO NOTHING
