-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.signin_failure
SET blocked_until = :until
WHERE subject = :subject
