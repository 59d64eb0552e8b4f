-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT EXISTS (SELECT 1 FROM ticket.desk d WHERE d.id = :desk AND d.deleted_at IS NULL)
