-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whom a reply or note mentions. Who cannot be mentioned there is left out without a word.
INSERT INTO ticket.mention (entry_id, account_id)
SELECT :entry, m.id
FROM ticket.mentionable_accounts(:author, :ticket, :internal) m
WHERE m.id = ANY (:people::bigint[])
ON CONFLICT DO NOTHING
RETURNING account_id
