-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.rating (ticket_id, account_id, score, comment, rated_at)
VALUES (:ticket, :account, :score, :comment, :now)
ON CONFLICT (ticket_id) DO UPDATE
SET account_id = excluded.account_id, score = excluded.score, comment = excluded.comment,
    rated_at = excluded.rated_at
