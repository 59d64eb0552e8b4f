-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT b.sha256
FROM ticket.blob b
WHERE b.created_at < :before
  AND NOT EXISTS (SELECT 1 FROM ticket.attachment f WHERE f.sha256 = b.sha256)
  AND NOT EXISTS (SELECT 1 FROM ticket.upload u WHERE u.sha256 = b.sha256)
