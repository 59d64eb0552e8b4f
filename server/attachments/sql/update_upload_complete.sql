-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.upload
SET received = :received, sha256 = :sha256, media_type = :media_type, expires_at = :expires
WHERE id = :id
