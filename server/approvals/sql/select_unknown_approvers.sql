-- SPDX-License-Identifier: GPL-3.0-or-later
-- Those of the people who are no active accounts, and of the role keys that are no roles.
SELECT ARRAY(SELECT p FROM unnest(:people::bigint[]) p
             WHERE NOT EXISTS (SELECT 1 FROM ticket.account a
                               WHERE a.id = p AND a.status = 'active' AND a.deleted_at IS NULL)),
       ARRAY(SELECT k FROM unnest(:roles::text[]) k
             WHERE NOT EXISTS (SELECT 1 FROM ticket.role r WHERE r.key = k AND r.deleted_at IS NULL))
