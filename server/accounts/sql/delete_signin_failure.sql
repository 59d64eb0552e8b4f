-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.signin_failure
WHERE subject = :subject
