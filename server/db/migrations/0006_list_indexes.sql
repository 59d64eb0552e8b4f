-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people work on is a small part of all there ever was. The lists of what is unfinished, and
-- their counters, must not walk through the rest, nor the list of what is done through them; and
-- whoever has done ten thousand tickets finds the ten they have now.
CREATE INDEX ticket_unfinished_updated ON ticket.ticket (updated_at, id)
    WHERE deleted_at IS NULL AND status_category < 'resolved';
CREATE INDEX ticket_unfinished_assignee ON ticket.ticket (assignee_id, updated_at, id)
    WHERE deleted_at IS NULL AND status_category < 'resolved';
CREATE INDEX ticket_unassigned_updated ON ticket.ticket (updated_at, id)
    WHERE deleted_at IS NULL AND status_category < 'resolved' AND assignee_id IS NULL;
CREATE INDEX ticket_unfinished_team ON ticket.ticket (team_id, updated_at, id)
    WHERE deleted_at IS NULL AND status_category < 'resolved' AND team_id IS NOT NULL;
CREATE INDEX ticket_unfinished_due ON ticket.ticket (COALESCE(due_at, 'infinity'), id)
    WHERE deleted_at IS NULL AND status_category < 'resolved';
CREATE INDEX ticket_finished_updated ON ticket.ticket (updated_at, id)
    WHERE deleted_at IS NULL AND status_category >= 'resolved';
