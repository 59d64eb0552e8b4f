-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT v.body, v.version FROM ticket.saved_view_answer v WHERE v.id = :id AND v.deleted_at IS NULL
