-- SPDX-License-Identifier: GPL-3.0-or-later
-- Answers whose membership changed.
WITH wanted AS (
    SELECT DISTINCT m FROM unnest(:members::bigint[]) m
), gone AS (
    DELETE FROM ticket.team_member t
    WHERE t.team_id = :team AND t.account_id NOT IN (SELECT m FROM wanted)
    RETURNING t.account_id
), come AS (
    INSERT INTO ticket.team_member (team_id, account_id)
    SELECT :team, m FROM wanted
    ON CONFLICT DO NOTHING
    RETURNING account_id
)
SELECT account_id FROM gone
UNION ALL
SELECT account_id FROM come
