-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*) FROM ticket.bulk b WHERE b.account_id = :viewer
