-- SPDX-License-Identifier: GPL-3.0-or-later
-- Nobody is locked out for longer than the longest delay: what seems so was written before the clock
-- was set back.
SELECT max(blocked_until)
FROM ticket.signin_failure
WHERE subject IN (:name, :address)
  AND blocked_until > :now
  AND blocked_until <= :latest
