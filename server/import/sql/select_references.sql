-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT external_id, rows FROM ticket.external_reference WHERE source = :source
