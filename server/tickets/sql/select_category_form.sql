-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT c.fields FROM ticket.category c WHERE c.id = :category
