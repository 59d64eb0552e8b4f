-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.timeline_revision (entry_id, version, body, replaced_by, replaced_at)
SELECT e.id, e.version, e.body, :account, :now
FROM ticket.timeline_entry e
WHERE e.id = :entry
