-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.claim WHERE ticket_id = :ticket AND account_id = :account
