-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT e.body, e.version FROM ticket.timeline_answer e WHERE e.id = :entry
