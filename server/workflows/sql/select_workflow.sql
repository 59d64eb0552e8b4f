-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT w.body, w.version FROM ticket.workflow_answer w WHERE w.id = :id AND w.deleted_at IS NULL
