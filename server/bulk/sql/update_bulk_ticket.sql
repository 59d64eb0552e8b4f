-- SPDX-License-Identifier: GPL-3.0-or-later
-- `before`: what it must still be, so that nobody's outcome is overwritten.
UPDATE ticket.bulk_ticket
SET outcome = :outcome,
    problem = :problem,
    old_value = COALESCE(:old_value, old_value),
    version = COALESCE(:version, version)
WHERE bulk_id = :bulk AND position = :position AND outcome = :before
