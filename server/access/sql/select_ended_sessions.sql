-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those of the given sessions that select_principal would not accept any more.
SELECT given.id
FROM unnest(:sessions::bigint[]) given (id)
WHERE NOT EXISTS (SELECT 1
                  FROM ticket.session s
                  JOIN ticket.account a ON a.id = s.account_id
                  WHERE s.id = given.id
                    AND s.revoked_at IS NULL
                    AND s.expires_at > now()
                    AND a.status = 'active'
                    AND a.deleted_at IS NULL)
