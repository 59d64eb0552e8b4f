-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.ticket_move (kind, source_id, target_id, entries, attachments, watchers, solution_id,
                                old_value, version, created_by, created_at)
VALUES (:kind, :source, :target, :entries::bigint[], :attachments::bigint[], :watchers::bigint[],
        :solution, :old_value::jsonb, :version, :account, :now)
