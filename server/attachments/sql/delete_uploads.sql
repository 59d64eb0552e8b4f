-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.upload WHERE id = ANY (:ids::uuid[])
