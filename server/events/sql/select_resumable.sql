-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether everything that followed this place is still here. Not when something after it was
-- pruned, and not when this database has never been there (it was restored from a backup).
SELECT NOT EXISTS (SELECT 1
                   FROM (SELECT txid, id, type FROM ticket.event ORDER BY txid, id LIMIT 1) oldest
                   WHERE oldest.type = 'pruned'
                     AND (oldest.txid, oldest.id) > (:txid::xid8, :id::bigint))
       AND :txid::xid8 <= pg_snapshot_xmax(pg_current_snapshot())
