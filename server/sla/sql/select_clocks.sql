-- SPDX-License-Identifier: GPL-3.0-or-later
-- How a ticket stands that was locked before.
SELECT t.sla_clocks FROM ticket.ticket t WHERE t.id = :ticket AND t.sla_alert_at < :now
