-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT EXISTS (SELECT 1 FROM ticket.sla_policy p WHERE p.calendar_id = :id AND p.deleted_at IS NULL)
