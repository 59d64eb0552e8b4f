-- SPDX-License-Identifier: GPL-3.0-or-later
-- Finding (docs/adr/0029): what tickets say, as words that can be looked up, and the views that
-- people save.

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA ticket;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA ticket;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA ticket;

-- A text is looked at three times: as it stands, and by its English and its German stems. Which
-- language it is in need not be known, and many are in both.
CREATE TEXT SEARCH CONFIGURATION ticket.plain (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION ticket.plain
    ALTER MAPPING FOR asciiword, word, numword, asciihword, hword, numhword, hword_asciipart,
                      hword_part, hword_numpart
    WITH ticket.unaccent, pg_catalog.simple;
CREATE TEXT SEARCH CONFIGURATION ticket.english (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION ticket.english
    ALTER MAPPING FOR word, hword, hword_part WITH ticket.unaccent, pg_catalog.english_stem;
CREATE TEXT SEARCH CONFIGURATION ticket.german (COPY = pg_catalog.german);
ALTER TEXT SEARCH CONFIGURATION ticket.german
    ALTER MAPPING FOR asciiword, word, hword, hword_part, asciihword, hword_asciipart
    WITH ticket.unaccent, pg_catalog.german_stem;

-- "Druckerprotokoll_2024-11.pdf" is a word of its own, and four others.
CREATE FUNCTION ticket.name_words(names text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT names || ' ' || regexp_replace(names, '[^[:alnum:]]+', ' ', 'g')
$$;

CREATE FUNCTION ticket.words_in(body text) RETURNS tsvector
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT to_tsvector('ticket.plain', body) || to_tsvector('ticket.english', body)
           || to_tsvector('ticket.german', body)
$$;

-- Everything that a ticket says. "body" is for whoever sees the ticket: its title (weight A) and
-- description (B), the names of its files (C) and its replies (D). "internal" is the same together
-- with what only holders of ticket.note on its desk may read, and there only when there is such.
CREATE TABLE ticket.search_document (
    ticket_id bigint PRIMARY KEY REFERENCES ticket.ticket,
    body      tsvector NOT NULL,
    internal  tsvector
);

-- The words that occur in tickets, for those that look like one which was mistyped. Nobody gets to
-- see this list: what is found by it is asked of the documents.
CREATE TABLE ticket.search_word (
    word text PRIMARY KEY
);
CREATE INDEX search_word_trigrams ON ticket.search_word USING gin (word ticket.gin_trgm_ops);

CREATE FUNCTION ticket.learn_words(words tsvector) RETURNS void LANGUAGE sql AS $$
    -- In order, so that two who learn the same words do not wait for each other.
    INSERT INTO ticket.search_word (word)
    SELECT w
    FROM unnest(tsvector_to_array(words)) w
    WHERE length(w) BETWEEN 4 AND 30 AND w ~ '^[[:alpha:]]+$'
      AND NOT EXISTS (SELECT 1 FROM ticket.search_word k WHERE k.word = w)
    ORDER BY w
    ON CONFLICT DO NOTHING
$$;

-- The documents as the tables behind them have it.
CREATE FUNCTION ticket.search_documents(subjects bigint[])
RETURNS TABLE (ticket_id bigint, body tsvector, internal tsvector)
LANGUAGE sql STABLE AS $$
    SELECT t.id, d.open, CASE WHEN p.hidden IS NOT NULL THEN d.open || p.hidden END
    FROM ticket.ticket t
    CROSS JOIN LATERAL (
        -- A tsvector has at most 1 MB; the newest of a very long story is left out.
        SELECT string_agg(left(e.body, 20000), E'\n' ORDER BY e.id) FILTER (WHERE NOT e.internal) AS replies,
               string_agg(left(e.body, 20000), E'\n' ORDER BY e.id) FILTER (WHERE e.internal) AS notes
        FROM ticket.timeline_entry e
        WHERE e.ticket_id = t.id AND e.kind <> 'event' AND e.deleted_at IS NULL) said
    CROSS JOIN LATERAL (
        SELECT string_agg(f.file_name, E'\n' ORDER BY f.id) FILTER (WHERE NOT f.internal) AS names,
               string_agg(f.file_name, E'\n' ORDER BY f.id) FILTER (WHERE f.internal) AS hidden_names
        FROM ticket.attachment f
        WHERE f.ticket_id = t.id AND f.deleted_at IS NULL) files
    CROSS JOIN LATERAL (
        SELECT setweight(ticket.words_in(t.title), 'A') || setweight(ticket.words_in(t.description), 'B')
               || COALESCE(setweight(ticket.words_in(ticket.name_words(files.names)), 'C'), '')
               || COALESCE(setweight(ticket.words_in(left(said.replies, 100000)), 'D'), '') AS open) d
    CROSS JOIN LATERAL (
        SELECT NULLIF(COALESCE(setweight(ticket.words_in(ticket.name_words(files.hidden_names)), 'C'), '')
                      || COALESCE(setweight(ticket.words_in(left(said.notes, 50000)), 'D'), ''), '') AS hidden) p
    WHERE t.id = ANY (subjects)
$$;

-- Kept true in the transaction of whatever changes: by triggers, because there are several that
-- write (requests, jobs, imports). What is added is appended, as long as the story is not a very
-- long one; what is changed or taken back is read anew.
CREATE FUNCTION ticket.renew_document(subject bigint) RETURNS void LANGUAGE sql AS $$
    INSERT INTO ticket.search_document AS d (ticket_id, body, internal)
    SELECT n.ticket_id, n.body, n.internal FROM ticket.search_documents(ARRAY[subject]) n
    ON CONFLICT (ticket_id) DO UPDATE SET body = excluded.body, internal = excluded.internal
$$;

CREATE FUNCTION ticket.append_to_document(subject bigint, words tsvector, is_internal boolean)
RETURNS void LANGUAGE sql AS $$
    UPDATE ticket.search_document
    SET body = CASE WHEN is_internal THEN body ELSE body || words END,
        internal = CASE WHEN is_internal THEN COALESCE(internal, body) || words ELSE internal || words END
    WHERE ticket_id = subject AND length(COALESCE(internal, body)) < 12000
$$;

CREATE FUNCTION ticket.note_ticket_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO ticket.search_document (ticket_id, body)
        VALUES (NEW.id, setweight(ticket.words_in(NEW.title), 'A')
                        || setweight(ticket.words_in(NEW.description), 'B'));
    ELSE
        PERFORM ticket.renew_document(NEW.id);
    END IF;
    PERFORM ticket.learn_words(to_tsvector('ticket.plain', NEW.title || ' ' || NEW.description));
    RETURN NULL;
END $$;
CREATE TRIGGER ticket_words AFTER INSERT ON ticket.ticket
    FOR EACH ROW EXECUTE FUNCTION ticket.note_ticket_words();
CREATE TRIGGER ticket_words_changed AFTER UPDATE OF title, description ON ticket.ticket
    FOR EACH ROW WHEN (OLD.title <> NEW.title OR OLD.description <> NEW.description)
    EXECUTE FUNCTION ticket.note_ticket_words();

CREATE FUNCTION ticket.note_entry_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM ticket.append_to_document(NEW.ticket_id, setweight(ticket.words_in(NEW.body), 'D'),
                                          NEW.internal);
    ELSE
        PERFORM ticket.renew_document(NEW.ticket_id);
    END IF;
    PERFORM ticket.learn_words(to_tsvector('ticket.plain', NEW.body));
    RETURN NULL;
END $$;
CREATE TRIGGER entry_words AFTER INSERT ON ticket.timeline_entry
    FOR EACH ROW WHEN (NEW.kind <> 'event') EXECUTE FUNCTION ticket.note_entry_words();
CREATE TRIGGER entry_words_changed AFTER UPDATE OF body, internal, deleted_at, ticket_id
    ON ticket.timeline_entry
    FOR EACH ROW WHEN (NEW.kind <> 'event') EXECUTE FUNCTION ticket.note_entry_words();

CREATE FUNCTION ticket.note_file_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM ticket.append_to_document(
            NEW.ticket_id, setweight(ticket.words_in(ticket.name_words(NEW.file_name)), 'C'), NEW.internal);
    ELSE
        PERFORM ticket.renew_document(NEW.ticket_id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER file_words AFTER INSERT ON ticket.attachment
    FOR EACH ROW EXECUTE FUNCTION ticket.note_file_words();
CREATE TRIGGER file_words_changed AFTER UPDATE OF file_name, internal, deleted_at, ticket_id
    ON ticket.attachment
    FOR EACH ROW EXECUTE FUNCTION ticket.note_file_words();

-- Everything anew: here, and for whoever loads tickets without triggers.
CREATE FUNCTION ticket.renew_search() RETURNS void LANGUAGE sql AS $$
    TRUNCATE ticket.search_document, ticket.search_word;
    INSERT INTO ticket.search_document (ticket_id, body, internal)
    SELECT d.ticket_id, d.body, d.internal
    FROM ticket.search_documents(ARRAY(SELECT t.id FROM ticket.ticket t ORDER BY t.id)) d;
    INSERT INTO ticket.search_word (word)
    SELECT s.word
    FROM ts_stat($texts$
        SELECT to_tsvector('ticket.plain', t.title || ' ' || t.description) FROM ticket.ticket t
        UNION ALL
        SELECT to_tsvector('ticket.plain', e.body) FROM ticket.timeline_entry e
        WHERE e.kind <> 'event' AND e.deleted_at IS NULL$texts$) s
    WHERE length(s.word) BETWEEN 4 AND 30 AND s.word ~ '^[[:alpha:]]+$';
$$;
SELECT ticket.renew_search();

-- A search must not read a long list of what was added since the last tidying.
CREATE INDEX search_document_body ON ticket.search_document USING gin (body)
    WITH (gin_pending_list_limit = 1024);
CREATE INDEX search_document_internal ON ticket.search_document USING gin (internal)
    WITH (gin_pending_list_limit = 1024) WHERE internal IS NOT NULL;
ALTER TABLE ticket.search_document ALTER COLUMN body SET STATISTICS 500;

DROP INDEX ticket.ticket_search;
ALTER TABLE ticket.ticket DROP COLUMN search;

-- What somebody looks for, as PostgreSQL looks for it. A word is found in every inflection, with
-- its umlauts or with what one writes in their place; a beginning as it stands, too; a phrase as it
-- stands only. Query: empty where there is nothing to look for. Common: a word that holds sentences
-- together, in one language or the other. Lexemes are those of the word itself, stems the others.
CREATE FUNCTION ticket.find_terms(texts text[], forms text[])
RETURNS TABLE (place bigint, query text, common boolean, lexemes text[], stems text[])
LANGUAGE sql STABLE AS $$
    SELECT w.place,
           CASE w.form WHEN 'phrase'
                       THEN CASE WHEN p.plain = '' THEN ''
                                 ELSE phraseto_tsquery('ticket.plain', w.text)::text END
                       ELSE COALESCE(v.query, '') END,
           w.form <> 'phrase' AND p.plain <> ''
               AND (to_tsvector('ticket.english', w.text) = '' OR to_tsvector('ticket.german', w.text) = ''),
           COALESCE(v.lexemes, '{}'), COALESCE(v.stems, '{}')
    FROM unnest(texts, forms) WITH ORDINALITY w (text, form, place)
    CROSS JOIN LATERAL (SELECT to_tsvector('ticket.plain', w.text) AS plain) p
    CROSS JOIN LATERAL (
        SELECT string_agg(DISTINCT x.part, ' | ') AS query,
               array_agg(DISTINCT x.lexeme) FILTER (WHERE x.is_plain) AS lexemes,
               array_agg(DISTINCT x.lexeme) FILTER (WHERE NOT x.is_plain) AS stems
        FROM (SELECT y.is_plain, l.lexeme,
                     '(' || string_agg(quote_literal(l.lexeme)
                                           || CASE WHEN y.is_plain AND w.form = 'prefix' THEN ':*' ELSE '' END,
                                       ' & ') OVER (PARTITION BY y.variant, y.kind) || ')' AS part
              FROM (SELECT s.variant, c.kind, c.kind = 'plain' AS is_plain,
                           to_tsvector(('ticket.' || c.kind)::regconfig, s.variant) AS vector
                    FROM (SELECT lower(w.text) AS variant
                          UNION SELECT replace(replace(replace(lower(w.text), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue')
                          UNION SELECT replace(replace(replace(lower(w.text), 'ae', 'ä'), 'oe', 'ö'), 'ue', 'ü')) s
                    CROSS JOIN unnest(ARRAY['plain', 'english', 'german']) c (kind)) y
              CROSS JOIN LATERAL unnest(tsvector_to_array(y.vector)) l (lexeme)) x) v
$$;

-- Words that one may have meant.
CREATE FUNCTION ticket.similar_words(mistyped text) RETURNS SETOF text
LANGUAGE sql STABLE ROWS 8 AS $$
    SELECT k.word
    FROM ticket.search_word k
    CROSS JOIN LATERAL (SELECT CASE WHEN length(mistyped) < 5 THEN 1 ELSE 2 END AS most) d
    WHERE k.word OPERATOR(ticket.%) mistyped
      AND ticket.levenshtein_less_equal(k.word, mistyped, d.most) <= d.most
    ORDER BY ticket.levenshtein(k.word, mistyped), ticket.similarity(k.word, mistyped) DESC, k.word
    LIMIT 8
$$;

-- Views ------------------------------------------------------------------------------------------

-- A search that somebody keeps, with how its list looks. Personal: its owner's alone; team: of those
-- who are in it, too; global: of everybody who works on tickets.
CREATE TABLE ticket.saved_view (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL,
    scope      text NOT NULL CHECK (scope IN ('personal', 'team', 'global')),
    owner_id   bigint NOT NULL REFERENCES ticket.account,
    team_id    bigint REFERENCES ticket.team,
    query      text NOT NULL DEFAULT '',
    sort       text NOT NULL,
    columns    jsonb NOT NULL DEFAULT '[]',
    position   integer NOT NULL DEFAULT 0,
    version    integer NOT NULL DEFAULT 1,
    created_by bigint,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_by bigint,
    updated_at timestamptz NOT NULL DEFAULT now(),
    deleted_by bigint,
    deleted_at timestamptz,
    CHECK ((scope = 'team') = (team_id IS NOT NULL))
);
CREATE INDEX saved_view_owner ON ticket.saved_view (owner_id) WHERE deleted_at IS NULL;

CREATE VIEW ticket.saved_view_answer AS
    SELECT v.id, v.scope, v.owner_id, v.team_id, v.position, v.name, v.version, v.deleted_at,
           json_build_object(
               'id', v.id,
               'name', v.name,
               'scope', v.scope,
               'owner', json_build_object('id', o.id, 'displayName', o.display_name),
               'team', CASE WHEN t.id IS NULL THEN NULL
                            ELSE json_build_object('id', t.id, 'name', t.name) END,
               'desk', t.desk_id,
               'q', v.query,
               'sort', v.sort,
               'columns', v.columns,
               'position', v.position,
               'version', v.version) AS body
    FROM ticket.saved_view v
    JOIN ticket.account o ON o.id = v.owner_id
    LEFT JOIN ticket.team t ON t.id = v.team_id;

-- The saved views that somebody has.
CREATE FUNCTION ticket.visible_views(viewer bigint) RETURNS SETOF ticket.saved_view
LANGUAGE sql STABLE AS $$
    SELECT v.*
    FROM ticket.saved_view v
    WHERE v.deleted_at IS NULL
      AND (v.owner_id = viewer
           OR v.scope = 'team'
              AND EXISTS (SELECT 1 FROM ticket.team_member m
                          WHERE m.team_id = v.team_id AND m.account_id = viewer)
           OR v.scope = 'global'
              AND EXISTS (SELECT 1 FROM ticket.account_permission p
                          WHERE p.account_id = viewer
                            AND p.permission IN ('ticket.view_team', 'ticket.view_all')))
$$;
