-- SPDX-License-Identifier: GPL-3.0-or-later
DELETE FROM ticket.checklist_item i WHERE i.id = :item
