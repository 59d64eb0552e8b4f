-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.attachment (id, ticket_id, entry_id, internal, sha256, file_name, media_type,
                               size, upload_id, created_by, created_at)
OVERRIDING SYSTEM VALUE
VALUES (ticket.next_id('ticket.attachment_id_seq', :internal), :ticket, :entry, :internal, :sha256,
        :file_name, :media_type, :size, :upload, :account, :now)
RETURNING id
