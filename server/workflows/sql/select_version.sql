-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT v.body || jsonb_build_object('definition', v.definition)
FROM ticket.workflow_version_answer v
WHERE v.workflow_id = :workflow AND v.number = :number
