-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT EXISTS (SELECT 1 FROM ticket.organisation WHERE id = :organisation AND deleted_at IS NULL)
