-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT a.time_zone FROM ticket.account a WHERE a.id = :account
