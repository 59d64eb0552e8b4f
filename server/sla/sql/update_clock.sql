-- SPDX-License-Identifier: GPL-3.0-or-later
-- Only how it stands: that is no change of the ticket, it keeps its version. Answers whether that
-- can be seen in a list.
UPDATE ticket.ticket t
SET sla_clocks = :clocks, sla_target = :target, sla_state = :state, sla_warn_at = :warn_at,
    sla_due_at = :due_at, sla_alert_at = :alert_at, sla_revision = :revision
FROM ticket.ticket before
WHERE t.id = :ticket AND before.id = t.id
RETURNING before.sla_state IS DISTINCT FROM t.sla_state OR before.sla_due_at IS DISTINCT FROM t.sla_due_at
    OR before.sla_target IS DISTINCT FROM t.sla_target
