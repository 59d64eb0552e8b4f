-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT t.version FROM ticket.ticket t WHERE t.id = :ticket
