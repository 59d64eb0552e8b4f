-- SPDX-License-Identifier: GPL-3.0-or-later
-- What it may do is part of an account's answer, so it is another version of it.
UPDATE ticket.account
SET version = version + 1, updated_by = :by, updated_at = :now
WHERE id = ANY (:accounts::bigint[])
