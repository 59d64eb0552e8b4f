-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT p.id FROM ticket.approval_process p WHERE p.ticket_id = :ticket AND p.state = 'pending' FOR UPDATE
