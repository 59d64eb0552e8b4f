-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.blob b
WHERE b.sha256 = :sha256
  AND NOT EXISTS (SELECT 1 FROM ticket.attachment f WHERE f.sha256 = b.sha256)
  AND NOT EXISTS (SELECT 1 FROM ticket.upload u WHERE u.sha256 = b.sha256)
