-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.account_role (account_id, role_id, desk_id, created_by, created_at)
VALUES (:account, :role, :desk, :by, :now)
