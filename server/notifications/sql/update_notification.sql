-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.notification
SET read_at = CASE WHEN :read THEN COALESCE(read_at, :now) END
WHERE id = :notification AND account_id = :viewer AND (read_at IS NOT NULL) <> :read
