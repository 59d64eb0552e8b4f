-- SPDX-License-Identifier: GPL-3.0-or-later
-- Internal notes, their files and the events about them are numbered apart: whoever may not see them
-- finds no gap in the numbers that they do see. They begin where no other number comes to.
CREATE SEQUENCE ticket.internal_number START 1000000000000;

-- The next id of a table's row; `numbers` is the sequence of its public rows.
CREATE FUNCTION ticket.next_id(numbers regclass, internal boolean) RETURNS bigint
LANGUAGE sql VOLATILE AS $$
    SELECT CASE WHEN internal THEN nextval('ticket.internal_number') ELSE nextval(numbers) END
$$;
