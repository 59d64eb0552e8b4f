-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.reaction WHERE entry_id = :entry AND account_id = :account AND kind = :kind
