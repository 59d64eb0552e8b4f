-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.bulk_ticket (bulk_id, position, ticket_id)
SELECT :bulk, n.position, n.ticket
FROM unnest(:tickets::bigint[]) WITH ORDINALITY n (ticket, position)
