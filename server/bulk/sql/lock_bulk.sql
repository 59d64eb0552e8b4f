-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT b.state FROM ticket.bulk b WHERE b.id = :bulk AND b.account_id = :viewer FOR NO KEY UPDATE
