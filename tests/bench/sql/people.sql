-- SPDX-License-Identifier: GPL-3.0-or-later
-- The people and the desks of the bench's data set, and what its tickets are made of. The size
-- comes as the setting bench.tickets. Everything is a function of the id, so that two runs measure
-- the same desk.
CREATE SCHEMA bench;

-- The same number below n for the same id and seed.
CREATE FUNCTION bench.roll(id bigint, seed int, n int) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ((hashint8extended(id, seed) & 2147483647) % n)::int
$$;

-- The first thirty hold sentences together; what tickets are about comes after them.
CREATE TABLE bench.word AS
    SELECT r AS rank,
           COALESCE((ARRAY['the', 'and', 'not', 'with', 'since', 'after', 'again', 'please', 'cannot',
                           'today', 'from', 'when', 'this', 'that', 'have', 'for', 'but', 'all',
                           'any', 'more', 'was', 'are', 'has', 'can', 'our', 'one', 'there', 'still',
                           'only', 'works',
                           'printer', 'network', 'password', 'screen', 'update', 'laptop', 'email',
                           'account', 'vpn', 'office', 'error', 'phone', 'server', 'folder', 'login',
                           'slow', 'access', 'file', 'monitor', 'keyboard', 'wireless', 'restart',
                           'browser', 'certificate', 'licence', 'meeting', 'room', 'projector',
                           'calendar', 'mailbox', 'drive', 'backup', 'cable', 'docking', 'station',
                           'headset', 'camera', 'scanner', 'toner', 'invoice', 'contract', 'payroll',
                           'holiday', 'badge', 'door', 'heating', 'window', 'chair', 'desk', 'order',
                           'supplier', 'budget', 'report', 'export', 'import', 'database', 'timeout',
                           'firewall', 'proxy', 'install'])[r],
                    -- The others are made of syllables.
                    (ARRAY['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'ki', 'lo', 'me', 'nu', 'pa', 're',
                           'si', 'to', 'vu', 'wa'])[1 + r % 16]
                    || (ARRAY['ran', 'tel', 'mis', 'kor', 'lun', 'dar', 'ben', 'sil', 'gon', 'pur',
                              'val', 'ner', 'tim', 'fos', 'hul', 'zan'])[1 + r / 16 % 16]
                    || (ARRAY['do', 'ka', 'ti', 'me', 'ru', 'se', 'la', 'no', 'vi', 'ga', 'be', 'fu',
                              'ho', 'ja', 'ky', 'po'])[1 + r / 256 % 16]) AS word
    FROM generate_series(1, 4000) r;
ALTER TABLE bench.word ADD PRIMARY KEY (rank);

-- As often as people use them: two words in five are of the first thirty; "printer" is in every
-- ninth ticket, the two-thousandth word in one of four hundred.
CREATE TABLE bench.sentence AS
    SELECT s AS id, initcap(left(string_agg(w.word, ' ' ORDER BY n), 1))
                    || substr(string_agg(w.word, ' ' ORDER BY n), 2) || '.' AS body
    FROM generate_series(0, 4999) s
    CROSS JOIN LATERAL generate_series(1, 8 + bench.roll(s, 1, 7)) n
    JOIN bench.word w
        ON w.rank = CASE WHEN bench.roll(s * 100 + n, 5, 5) < 2
                         THEN floor(exp(ln(31) * bench.roll(s * 100 + n, 2, 1000000) / 1e6))
                         ELSE floor(80 * exp(ln(4051 / 80.0) * bench.roll(s * 100 + n, 2, 1000000) / 1e6)) - 49
                    END::int
    GROUP BY s;
ALTER TABLE bench.sentence ADD PRIMARY KEY (id);

INSERT INTO ticket.desk (key, name, workflow_id)
    SELECT key, name, (SELECT id FROM ticket.workflow WHERE workflow.key = 'helpdesk')
    FROM unnest(ARRAY['HD', 'HR', 'FAC', 'FIN', 'LAB'],
                ARRAY['Help desk', 'People', 'Building', 'Finance', 'Laboratory']) d (key, name);
INSERT INTO ticket.category (desk_id, name, position)
    SELECT d.id, c.name, c.position
    FROM ticket.desk d
    CROSS JOIN unnest(ARRAY['Accounts', 'Hardware', 'Software', 'Orders', 'Questions', 'Other'])
        WITH ORDINALITY c (name, position)
    ORDER BY d.id, c.position;
INSERT INTO ticket.team (desk_id, name)
    SELECT d.id, t.name
    FROM ticket.desk d
    CROSS JOIN unnest(ARRAY['First line', 'Specialists']) t (name)
    ORDER BY d.id, t.name;
INSERT INTO ticket.tag (name)
    SELECT word FROM bench.word WHERE rank BETWEEN 37 AND 76;

-- Agents are 1001 to 1020, requesters begin at 2001.
INSERT INTO ticket.account (id, username, email, display_name) OVERRIDING SYSTEM VALUE
    SELECT a.id, 'person' || a.id, 'person' || a.id || '@example.com',
           initcap(f.word) || ' ' || initcap(l.word)
    FROM (SELECT 1000 + n AS id FROM generate_series(1, 20) n
          UNION ALL
          SELECT 2000 + n
          FROM generate_series(1, greatest(2000, least(50000, current_setting('bench.tickets')::int / 10))) n) a
    JOIN bench.word f ON f.rank = 1000 + bench.roll(a.id, 3, 200)
    JOIN bench.word l ON l.rank = 1200 + bench.roll(a.id, 4, 2800);
SELECT setval(pg_get_serial_sequence('ticket.account', 'id'), (SELECT max(id) FROM ticket.account));

-- Sixteen agents work everywhere, four on two desks.
INSERT INTO ticket.account_role (account_id, role_id, desk_id)
    SELECT a.id, r.id, d.id
    FROM ticket.account a
    JOIN ticket.role r ON r.key = CASE WHEN a.id < 2000 THEN 'agent' ELSE 'requester' END
    LEFT JOIN ticket.desk d ON a.id BETWEEN 1017 AND 1020 AND (d.id + a.id) % 5 < 2;
INSERT INTO ticket.team_member (team_id, account_id)
    SELECT t.id, a.id FROM ticket.team t JOIN ticket.account a ON a.id < 2000 AND (a.id + t.id) % 4 = 0;

-- A session for each agent and for the first requesters, by the order of their accounts.
INSERT INTO ticket.session (id, account_id, user_agent, peer, expires_at) OVERRIDING SYSTEM VALUE
    SELECT 500000 + row_number() OVER (ORDER BY id), id, 'deskbell_bench', '127.0.0.1',
           now() + interval '30 days'
    FROM (SELECT id FROM ticket.account ORDER BY id LIMIT 1020) a;
SELECT setval(pg_get_serial_sequence('ticket.session', 'id'), (SELECT max(id) FROM ticket.session));

-- What a day leaves behind: plans that were made for empty tables would be others.
INSERT INTO ticket.idempotency (account_id, key, route, body_hash, status, headers, body, created_at)
    SELECT a.id, gen_random_uuid(), 'POST /api/v1/tickets', sha256(n::text::bytea), 201, '{}',
           repeat('x', 1000), now() - interval '20 seconds' * n
    FROM generate_series(1, 4000) n
    JOIN ticket.account a ON a.id = 1001 + n % 20;
INSERT INTO ticket.event (type, ticket_id, actor_id, data, created_at)
    SELECT 'ticket.updated', n, 1001 + n % 20, jsonb_build_object('id', n, 'version', 2),
           now() - interval '20 seconds' * n
    FROM generate_series(1, 4000) n;
