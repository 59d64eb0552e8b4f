-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.external_reference (source, external_id, ticket_id, rows)
VALUES (:source, :external_id, :ticket, :rows)
