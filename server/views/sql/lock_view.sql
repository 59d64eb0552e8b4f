-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT v.id FROM ticket.saved_view v WHERE v.id = :id AND v.deleted_at IS NULL FOR NO KEY UPDATE
