-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.attachment (ticket_id, entry_id, internal, sha256, file_name, media_type, size,
                               upload_id, created_by, created_at)
VALUES (:ticket, :entry, :internal, :sha256, :file_name, :media_type, :size, :upload, :account, :now)
RETURNING id
