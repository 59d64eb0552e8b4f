-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who has done it stays while it stays done.
UPDATE ticket.checklist_item i
SET body = :body,
    done_by = CASE WHEN :done::boolean THEN COALESCE(i.done_by, :account) END,
    done_at = CASE WHEN :done::boolean THEN COALESCE(i.done_at, :now) END
WHERE i.id = :item
