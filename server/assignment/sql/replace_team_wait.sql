-- SPDX-License-Identifier: GPL-3.0-or-later
-- The team that the ticket waits for somebody of; none: it waits for no team.
WITH gone AS (
    DELETE FROM ticket.team_wait WHERE ticket_id = :ticket AND :team::bigint IS NULL
)
INSERT INTO ticket.team_wait (ticket_id, team_id)
SELECT :ticket, :team::bigint WHERE :team::bigint IS NOT NULL
ON CONFLICT (ticket_id) DO UPDATE SET team_id = excluded.team_id
