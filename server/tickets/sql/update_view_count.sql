-- SPDX-License-Identifier: GPL-3.0-or-later
-- Looking at a ticket does not make it another version.
UPDATE ticket.ticket SET view_count = view_count + 1 WHERE id = :ticket
