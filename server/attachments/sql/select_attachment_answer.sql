-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT body FROM ticket.attachment_answer WHERE id = :id
