-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.ticket SET sla_alert_at = :alert_at WHERE id = :ticket
