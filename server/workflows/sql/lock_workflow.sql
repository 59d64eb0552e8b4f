-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT w.id FROM ticket.workflow w WHERE w.id = :id AND w.deleted_at IS NULL FOR NO KEY UPDATE
