-- SPDX-License-Identifier: GPL-3.0-or-later
-- After a rehearsal: nothing has happened to any of them.
UPDATE ticket.bulk_ticket SET outcome = 'waiting', problem = NULL WHERE bulk_id = :bulk AND outcome <> 'waiting'
