-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT count(*)
FROM ticket.matching_accounts(:search, :statuses::text[], :roles::text[], :desks::bigint[],
                              :organisations::bigint[])
