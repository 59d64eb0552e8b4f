-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT assignment_rule FROM ticket.team WHERE id = :team AND deleted_at IS NULL
