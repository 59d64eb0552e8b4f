-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT r.id FROM ticket.canned_reply r WHERE r.id = :id AND r.deleted_at IS NULL FOR NO KEY UPDATE
