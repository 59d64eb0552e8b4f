-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT 1 FROM ticket.canned_reader r WHERE r.canned_id = :id AND r.account_id = :viewer
