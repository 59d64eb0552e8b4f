-- SPDX-License-Identifier: GPL-3.0-or-later
-- What those who work on a ticket keep about their work: a checklist and the time they spent. Both
-- are internal as notes are (docs/adr/0039).

CREATE TABLE ticket.checklist_item (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id  bigint NOT NULL REFERENCES ticket.ticket,
    -- By this the items of a ticket are in order; there may be gaps.
    position   integer NOT NULL,
    body       text NOT NULL,
    -- Both or none of them.
    done_by    bigint REFERENCES ticket.account,
    done_at    timestamptz,
    created_by bigint NOT NULL REFERENCES ticket.account,
    created_at timestamptz NOT NULL,
    CHECK ((done_by IS NULL) = (done_at IS NULL))
);
CREATE INDEX checklist_item_ticket ON ticket.checklist_item (ticket_id, position, id);

CREATE TABLE ticket.time_entry (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id  bigint NOT NULL REFERENCES ticket.ticket,
    account_id bigint NOT NULL REFERENCES ticket.account,
    minutes    integer NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    -- By the calendar of whoever spent it.
    day        date NOT NULL,
    note       text NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX time_entry_ticket ON ticket.time_entry (ticket_id, day, id);
