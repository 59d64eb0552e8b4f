-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the desk promises is something else now; a job reckons its tickets anew.
UPDATE ticket.desk SET service_revision = service_revision + 1 WHERE id = :desk
