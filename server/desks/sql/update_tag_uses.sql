-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickets keep their tags as words: a tag that got another name is renamed on them, too. That is no
-- change of the tickets themselves.
UPDATE ticket.ticket
SET tags = array_replace(tags, :old_name, :new_name)
WHERE tags @> ARRAY[:old_name::text] AND tags <> '{}'
