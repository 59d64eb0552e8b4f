-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.upload WHERE expires_at < :now RETURNING id
