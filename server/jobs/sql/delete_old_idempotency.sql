-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.idempotency WHERE created_at < :before
