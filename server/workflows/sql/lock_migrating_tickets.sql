-- SPDX-License-Identifier: GPL-3.0-or-later
-- The next tickets of older versions, locked in id order, as everybody locks tickets; until then
-- nothing is known about them for certain.
SELECT array_agg(locked.id), max(locked.newest)
FROM (SELECT t.id, newest.id AS newest
      FROM (SELECT v.id, v.workflow_id
            FROM ticket.workflow_version v
            WHERE v.workflow_id = :workflow
            ORDER BY v.number DESC
            LIMIT 1) newest
      JOIN ticket.workflow_version old ON old.workflow_id = newest.workflow_id AND old.id <> newest.id
      JOIN ticket.ticket t ON t.workflow_version_id = old.id
      WHERE t.deleted_at IS NULL AND t.status_category <> 'closed'
      ORDER BY t.id
      LIMIT :limit
      FOR NO KEY UPDATE OF t) locked
