-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT EXISTS (SELECT 1 FROM ticket.turn_takers(:desk, :role, :team) a WHERE a.id <> :except)
