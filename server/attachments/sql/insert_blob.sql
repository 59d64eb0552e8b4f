-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.blob (sha256, size, media_type, created_at)
VALUES (:sha256, :size, :media_type, :now)
ON CONFLICT (sha256) DO NOTHING
