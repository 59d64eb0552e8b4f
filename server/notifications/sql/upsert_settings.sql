-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.notification_setting (account_id, choices, quiet, quiet_from, quiet_to, quiet_until)
VALUES (:viewer, :choices, :quiet, :quiet_from, :quiet_to, :quiet_until)
ON CONFLICT (account_id) DO UPDATE
    SET choices = EXCLUDED.choices, quiet = EXCLUDED.quiet, quiet_from = EXCLUDED.quiet_from,
        quiet_to = EXCLUDED.quiet_to, quiet_until = EXCLUDED.quiet_until
