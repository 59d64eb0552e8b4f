-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.claim WHERE expires_at <= :now RETURNING ticket_id
