-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.rotation SET last_account_id = :account WHERE desk_id = :desk AND role_id = :role
