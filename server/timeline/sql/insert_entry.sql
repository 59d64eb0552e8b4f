-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the system writes names the trigger that caused it, if there is one (docs/adr/0038).
INSERT INTO ticket.timeline_entry
    (id, ticket_id, kind, event_type, internal, author_id, body, is_solution, details, created_at)
OVERRIDING SYSTEM VALUE
VALUES (ticket.next_id('ticket.timeline_entry_id_seq', :internal), :ticket, :kind, :event_type,
        :internal, :author, :body, :is_solution,
        CASE WHEN :author::bigint IS NULL AND current_setting('deskbell.trigger_name', true) <> ''
             THEN :details::jsonb || jsonb_build_object('byTrigger',
                                                        current_setting('deskbell.trigger_name'))
             ELSE :details::jsonb END,
        :now)
RETURNING id
