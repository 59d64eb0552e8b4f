-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT a.body FROM ticket.bulk_answer a WHERE a.id = :bulk AND a.account_id = :viewer
