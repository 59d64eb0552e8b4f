-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT EXISTS (SELECT 1 FROM ticket.desk WHERE id = :desk AND deleted_at IS NULL)
