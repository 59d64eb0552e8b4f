-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT decode(given.sum, 'hex')
FROM unnest(:sums::text[]) given (sum)
WHERE NOT EXISTS (SELECT 1 FROM ticket.blob b WHERE b.sha256 = decode(given.sum, 'hex'))
