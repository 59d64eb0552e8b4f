-- SPDX-License-Identifier: GPL-3.0-or-later
-- One after the other for one person, so that what overlaps is seen.
SELECT a.id FROM ticket.account a WHERE a.id = :account FOR NO KEY UPDATE
