-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT EXISTS (SELECT 1 FROM ticket.ticket t WHERE t.desk_id = :desk)
