-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT assignment_rule, assignment_role FROM ticket.desk WHERE id = :desk
