-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is due by itself after some time in a status is found by an index, page by page.
CREATE INDEX ticket_status_since ON ticket.ticket (workflow_version_id, status, status_changed_at, id)
    WHERE deleted_at IS NULL;
