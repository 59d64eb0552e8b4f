-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT t.id FROM ticket.ticket t WHERE t.id = :ticket FOR NO KEY UPDATE
