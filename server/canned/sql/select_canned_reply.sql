-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT a.body, a.version FROM ticket.canned_reply_answer a WHERE a.id = :id AND a.deleted_at IS NULL
