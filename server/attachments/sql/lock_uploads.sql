-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, account_id, file_name, length, received, expires_at, sha256, media_type
FROM ticket.upload
WHERE id = ANY (:ids::uuid[]) AND account_id = :account
ORDER BY id
FOR UPDATE
