-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT max(blocked_until)
FROM ticket.signin_failure
WHERE subject IN (:name, :address)
  AND blocked_until > :now
