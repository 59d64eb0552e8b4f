-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.team SET last_account_id = :account WHERE id = :team
