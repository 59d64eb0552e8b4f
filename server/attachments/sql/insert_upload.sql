-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.upload (id, account_id, file_name, length, created_at, expires_at)
VALUES (:id, :account, :file_name, :length, :now, :expires)
