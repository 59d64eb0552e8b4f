-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickets over two years with what came of them. Indexes are made afterwards and foreign keys are
-- not asked: what refers to what is right by construction.
SET session_replication_role = replica;
SET maintenance_work_mem = '512MB';
SET work_mem = '256MB';
SET synchronous_commit = off;

CREATE TABLE bench.index AS
    SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
    FROM pg_index i
    WHERE i.indrelid IN ('ticket.ticket'::regclass, 'ticket.timeline_entry'::regclass,
                         'ticket.activity'::regclass, 'ticket.status_change'::regclass,
                         'ticket.search_document'::regclass, 'ticket.search_word'::regclass)
      AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid);
DO $$
DECLARE i record;
BEGIN
    FOR i IN SELECT name FROM bench.index LOOP
        EXECUTE 'DROP INDEX ' || i.name;
    END LOOP;
END $$;

-- One ticket in a hundred is a long story; the others have 2.4 replies each, so that there are
-- three for each ticket. The newest hundredth waits untouched, the next seven are being worked on.
CREATE TABLE bench.plan AS
    SELECT id, desk_id, row_number() OVER (PARTITION BY desk_id ORDER BY id) AS number, requester_id,
           CASE WHEN stage = 'new' AND roll3 < 7 THEN NULL ELSE agent_id END AS assignee_id, agent_id,
           stage, replies, created_at, id > 0.92 * size AND id <= 0.99 * size AS worked,
           least(created_at + step * (replies + 3), now()) AS updated_at,
           step
    FROM (SELECT id, size,
                 CASE WHEN bench.roll(id, 10, 10) < 5 THEN 1 ELSE 2 + bench.roll(id, 11, 4) END AS desk_id,
                 -- Some ask often.
                 2001 + floor(people * pow(bench.roll(id, 12, 1000000) / 1e6, 2))::bigint AS requester_id,
                 1001 + bench.roll(id, 13, 16) AS agent_id,
                 bench.roll(id, 14, 10) AS roll3,
                 now() - interval '730 days' * ((size - id + bench.roll(id, 15, 1000) / 1000.0) / size)
                     AS created_at,
                 interval '1 minute' * (5 + bench.roll(id, 16, 1000)) AS step,
                 CASE WHEN id > 0.99 * size THEN 'new'
                      WHEN id > 0.92 * size
                          THEN (ARRAY['in_progress', 'in_progress', 'in_progress',
                                      'waiting_for_requester', 'waiting_for_requester', 'on_hold',
                                      'resolved'])[1 + bench.roll(id, 17, 7)]
                      WHEN bench.roll(id, 17, 200) = 0 THEN 'in_progress'
                      WHEN bench.roll(id, 17, 200) < 3 THEN 'resolved'
                      WHEN bench.roll(id, 17, 200) < 6 THEN 'rejected'
                      ELSE 'closed' END AS stage,
                 CASE WHEN id > 0.99 * size THEN 0
                      WHEN id % 100 = 7 THEN 60
                      ELSE (ARRAY[0, 1, 2, 2, 3, 3, 6])[1 + bench.roll(id, 18, 7)] END AS replies
          FROM (SELECT n AS id, current_setting('bench.tickets')::int AS size,
                       (SELECT count(*) FROM ticket.account WHERE ticket.account.id > 2000) AS people
                FROM generate_series(1, current_setting('bench.tickets')::bigint) n) s) t;

INSERT INTO ticket.ticket
    (id, desk_id, number, title, description, workflow_version_id, status, status_category,
     status_changed_at, priority, category_id, requester_id, assignee_id, team_id, visibility, tags,
     due_at, first_response_at, resolved_at, closed_at, version, created_by, created_at, updated_by,
     updated_at)
    OVERRIDING SYSTEM VALUE
    SELECT p.id, p.desk_id, p.number,
           left(rtrim(s1.body, '.'), 60), s2.body || ' ' || s3.body || E'\n\n' || s4.body,
           w.id, p.stage,
           (CASE p.stage WHEN 'new' THEN 'open' WHEN 'in_progress' THEN 'open' WHEN 'on_hold' THEN 'hold'
                         WHEN 'waiting_for_requester' THEN 'waiting' WHEN 'resolved' THEN 'resolved'
                         ELSE 'closed' END)::ticket.status_category,
           p.updated_at,
           (ARRAY['low', 'low', 'low', 'low', 'medium', 'medium', 'medium', 'medium', 'medium',
                  'medium', 'medium', 'medium', 'medium', 'medium', 'medium', 'high', 'high', 'high',
                  'high', 'urgent'])[1 + bench.roll(p.id, 20, 20)]::ticket.priority,
           CASE WHEN bench.roll(p.id, 21, 10) > 0 THEN (p.desk_id - 1) * 6 + 1 + bench.roll(p.id, 22, 6) END,
           p.requester_id, p.assignee_id,
           CASE WHEN bench.roll(p.id, 23, 10) < 6 THEN (p.desk_id - 1) * 2 + 1 + bench.roll(p.id, 24, 2) END,
           -- None of those that the bench reads and answers: not every agent sees these.
           (CASE WHEN bench.roll(p.id, 25, 100) = 0 AND p.id % 100 <> 7 AND NOT p.worked
                 THEN 'restricted' ELSE 'internal' END)::ticket.visibility,
           ARRAY(SELECT DISTINCT g.word
                 FROM generate_series(1, bench.roll(p.id, 26, 4)) n
                 JOIN bench.word g ON g.rank = 37 + bench.roll(p.id * 4 + n, 27, 40)),
           CASE WHEN bench.roll(p.id, 28, 10) < 3
                THEN p.created_at + interval '1 day' * (1 + bench.roll(p.id, 29, 10)) END,
           CASE WHEN p.stage <> 'new' THEN least(p.created_at + p.step, now()) END,
           CASE WHEN p.stage IN ('resolved', 'closed') THEN p.updated_at END,
           CASE WHEN p.stage IN ('closed', 'rejected') THEN p.updated_at END,
           1 + p.replies,
           CASE WHEN bench.roll(p.id, 30, 100) < 85 THEN p.requester_id ELSE p.agent_id END,
           p.created_at, p.agent_id, p.updated_at
    FROM bench.plan p
    JOIN bench.sentence s1 ON s1.id = bench.roll(p.id, 31, 5000)
    JOIN bench.sentence s2 ON s2.id = bench.roll(p.id, 32, 5000)
    JOIN bench.sentence s3 ON s3.id = bench.roll(p.id, 33, 5000)
    JOIN bench.sentence s4 ON s4.id = bench.roll(p.id, 34, 5000)
    CROSS JOIN (SELECT max(v.id) AS id FROM ticket.workflow_version v
                JOIN ticket.workflow f ON f.id = v.workflow_id WHERE f.key = 'helpdesk') w
    ORDER BY p.id;
SELECT setval(pg_get_serial_sequence('ticket.ticket', 'id'), (SELECT max(id) FROM ticket.ticket));
SELECT setval(format('ticket.desk_number_%s', desk_id)::regclass, max(number)) FROM bench.plan GROUP BY desk_id;

-- What happened to each.
INSERT INTO ticket.timeline_entry (ticket_id, kind, event_type, internal, author_id, body, details, created_at)
    SELECT p.id, e.kind::ticket.entry_kind, e.event_type, e.kind = 'note', e.author_id, e.body, e.details,
           least(p.created_at + p.step * e.place, now())
    FROM bench.plan p
    CROSS JOIN LATERAL (
        SELECT 0 AS place, 'event' AS kind, 'created' AS event_type, p.requester_id AS author_id,
               '' AS body, '{"status": "new"}'::jsonb AS details
        UNION ALL
        SELECT 1, 'event', 'status', p.agent_id, '',
               '{"old": "new", "new": "in_progress", "oldLabel": "New", "newLabel": "In progress"}'
        WHERE p.stage <> 'new'
        UNION ALL
        SELECT 1 + n, CASE WHEN bench.roll(p.id * 64 + n, 40, 10) = 0 THEN 'note' ELSE 'reply' END, '',
               CASE WHEN n % 2 = 1 OR bench.roll(p.id * 64 + n, 40, 10) = 0 THEN p.agent_id
                    ELSE p.requester_id END,
               s.body || ' ' || t.body, '{}'
        FROM generate_series(1, p.replies) n
        JOIN bench.sentence s ON s.id = bench.roll(p.id * 64 + n, 41, 5000)
        JOIN bench.sentence t ON t.id = bench.roll(p.id * 64 + n, 42, 5000)
        UNION ALL
        SELECT 2 + p.replies, 'event', 'status', p.agent_id, '',
               jsonb_build_object('old', 'in_progress', 'new', p.stage)
        WHERE p.stage NOT IN ('new', 'in_progress')) e
    ORDER BY p.id, e.place;

INSERT INTO ticket.status_change (ticket_id, from_status, to_status, changed_by, changed_at)
    SELECT e.ticket_id, e.details ->> 'old', e.details ->> 'new', e.author_id, e.created_at
    FROM ticket.timeline_entry e
    WHERE e.event_type = 'status';

INSERT INTO ticket.activity (at, actor_id, actor_name, action, entity, entity_id, ticket_id, desk_id,
                             internal, new_value, peer)
    SELECT e.created_at, e.author_id, a.display_name, 'create',
           CASE e.kind WHEN 'event' THEN 'ticket' ELSE e.kind::text END,
           CASE e.kind WHEN 'event' THEN p.id ELSE e.id END, p.id, p.desk_id, e.internal,
           CASE e.kind WHEN 'reply' THEN jsonb_build_object('message', e.body, 'isSolution', false)
                       WHEN 'event' THEN '{"status": "new"}' END, '10.0.0.7'
    FROM ticket.timeline_entry e
    JOIN bench.plan p ON p.id = e.ticket_id
    JOIN ticket.account a ON a.id = e.author_id
    WHERE e.event_type <> 'status';

DO $$
DECLARE i record;
BEGIN
    FOR i IN SELECT definition FROM bench.index WHERE definition NOT LIKE '%search_%' LOOP
        EXECUTE i.definition;
    END LOOP;
END $$;
ANALYZE ticket.timeline_entry, ticket.ticket;

-- What triggers would have kept. Taking five million texts apart, each three times, would take
-- longer than all the rest; but there are only so many sentences, and a story has the words of its
-- sentences.
CREATE TABLE bench.sentence_words AS
    SELECT s.id, ticket.words_in(s.body) AS words FROM bench.sentence s;
ALTER TABLE bench.sentence_words ADD PRIMARY KEY (id);
CREATE AGGREGATE bench.joined (tsvector) (SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = '');
TRUNCATE ticket.search_document, ticket.search_word;
INSERT INTO ticket.search_document (ticket_id, body, internal)
    SELECT t.id, d.open || said.replies, CASE WHEN said.notes <> '' THEN d.open || said.replies || said.notes END
    FROM ticket.ticket t
    JOIN bench.plan p ON p.id = t.id
    JOIN bench.sentence_words s2 ON s2.id = bench.roll(p.id, 32, 5000)
    JOIN bench.sentence_words s3 ON s3.id = bench.roll(p.id, 33, 5000)
    JOIN bench.sentence_words s4 ON s4.id = bench.roll(p.id, 34, 5000)
    CROSS JOIN LATERAL (
        SELECT setweight(ticket.words_in(t.title), 'A')
               || setweight(s2.words || s3.words || s4.words, 'B') AS open) d
    CROSS JOIN LATERAL (
        SELECT setweight(COALESCE(bench.joined(e.words) FILTER (WHERE NOT e.note), ''), 'D') AS replies,
               setweight(COALESCE(bench.joined(e.words) FILTER (WHERE e.note), ''), 'D') AS notes
        FROM (SELECT bench.roll(p.id * 64 + n, 40, 10) = 0 AS note, a.words || b.words AS words
              FROM generate_series(1, p.replies) n
              JOIN bench.sentence_words a ON a.id = bench.roll(p.id * 64 + n, 41, 5000)
              JOIN bench.sentence_words b ON b.id = bench.roll(p.id * 64 + n, 42, 5000)
              ORDER BY n) e) said;
INSERT INTO ticket.search_word (word)
    SELECT s.word
    FROM ts_stat($$SELECT to_tsvector('ticket.plain', s.body) FROM bench.sentence s$$) s
    WHERE length(s.word) BETWEEN 4 AND 30 AND s.word ~ '^[[:alpha:]]+$';
DO $$
DECLARE i record;
BEGIN
    FOR i IN SELECT definition FROM bench.index WHERE definition LIKE '%search_%' LOOP
        EXECUTE i.definition;
    END LOOP;
END $$;
DROP TABLE bench.plan, bench.index, bench.sentence_words CASCADE;
