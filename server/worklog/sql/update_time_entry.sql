-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.time_entry e SET minutes = :minutes, day = :day, note = :note WHERE e.id = :entry
