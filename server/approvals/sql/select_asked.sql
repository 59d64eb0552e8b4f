-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is asked by a process now and has not decided: approvers, and who stands in for them.
SELECT DISTINCT x.account_id
FROM (SELECT l.account_id AS principal_id, l.account_id
      FROM ticket.approval_step s
      JOIN ticket.approval_place l ON l.step_id = s.id AND l.decision IS NULL AND l.replaced_at IS NULL
      WHERE s.process_id = :process AND s.state = 'pending'
      UNION
      SELECT l.account_id, y.proxy_id
      FROM ticket.approval_step s
      JOIN ticket.approval_place l ON l.step_id = s.id AND l.decision IS NULL AND l.replaced_at IS NULL
      JOIN ticket.approval_proxy y ON y.principal_id = l.account_id AND y.deleted_at IS NULL
                                  AND y.starts_at <= :now AND y.ends_at > :now
      WHERE s.process_id = :process AND s.state = 'pending') x
ORDER BY x.account_id
