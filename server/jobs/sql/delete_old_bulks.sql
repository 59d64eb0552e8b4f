-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.bulk b WHERE b.ended_at < :before
