-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.notification WHERE created_at < :before
