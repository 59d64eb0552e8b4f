-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.time_entry e WHERE e.id = :entry
