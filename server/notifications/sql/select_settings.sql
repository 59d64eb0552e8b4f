-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT s.choices, s.quiet, s.quiet_from, s.quiet_to, s.quiet_until
FROM ticket.notification_setting s
WHERE s.account_id = :viewer
