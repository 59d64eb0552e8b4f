-- SPDX-License-Identifier: GPL-3.0-or-later
-- Teams have turns of their own, and wait for somebody as steps do; tickets of step workflows can be
-- moved to another version.

ALTER TABLE ticket.team
    ADD COLUMN assignment_rule text NOT NULL DEFAULT 'none'
        CHECK (assignment_rule IN ('none', 'round_robin', 'least_loaded')),
    -- Who had the last turn. The team's row is locked while the next one is chosen.
    ADD COLUMN last_account_id bigint NOT NULL DEFAULT 0;

CREATE OR REPLACE VIEW ticket.team_answer AS
    SELECT tm.id, tm.desk_id, tm.name, tm.version, tm.deleted_at,
           json_build_object(
               'id', tm.id,
               'desk', json_build_object('id', d.id, 'key', d.key, 'name', d.name),
               'name', tm.name,
               'description', tm.description,
               'members', COALESCE(
                   (SELECT json_agg(json_build_object('id', a.id, 'displayName', a.display_name)
                                    ORDER BY lower(a.display_name), a.id)
                    FROM ticket.team_member m
                    JOIN ticket.account a ON a.id = m.account_id
                    WHERE m.team_id = tm.id AND a.deleted_at IS NULL), '[]'),
               'assignmentRule', tm.assignment_rule,
               'version', tm.version) AS body
    FROM ticket.team tm
    JOIN ticket.desk d ON d.id = tm.desk_id;

-- Tickets that are a team's and for which nobody could be chosen.
CREATE TABLE ticket.team_wait (
    ticket_id bigint PRIMARY KEY REFERENCES ticket.ticket,
    team_id   bigint NOT NULL REFERENCES ticket.team
);

-- Those who take turns: active holders of the role on the desk, or active members of the team who
-- may answer there. Of role and team one is 0.
CREATE FUNCTION ticket.turn_takers(in_desk bigint, of_role bigint, of_team bigint)
RETURNS TABLE (id bigint, display_name text, away_until timestamptz)
LANGUAGE sql STABLE AS $$
    SELECT a.id, a.display_name, a.away_until
    FROM ticket.account a
    WHERE a.status = 'active' AND a.deleted_at IS NULL
      AND a.id IN (SELECT ar.account_id
                   FROM ticket.account_role ar
                   WHERE ar.role_id = of_role AND (ar.desk_id IS NULL OR ar.desk_id = in_desk)
                   UNION
                   SELECT m.account_id
                   FROM ticket.team_member m
                   JOIN ticket.account_permission p ON p.account_id = m.account_id
                   WHERE m.team_id = of_team AND p.permission = 'ticket.reply'
                     AND (p.desk_id IS NULL OR p.desk_id = in_desk))
$$;

-- A ticket that was moved into a step waits until a job gives the step to somebody.
ALTER TABLE ticket.ticket_step DROP CONSTRAINT ticket_step_waiting_check;
ALTER TABLE ticket.ticket_step ADD CONSTRAINT ticket_step_waiting_check
    CHECK (waiting IN ('no_holders', 'all_away', 'released', 'to_be_chosen'));
DROP INDEX ticket.ticket_step_waiting;
CREATE INDEX ticket_step_waiting ON ticket.ticket_step (id)
    WHERE ended_at IS NULL AND waiting <> 'released';
