-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT p.body, p.stuck FROM ticket.approval_process_answer p WHERE p.ticket_id = :ticket AND p.state = 'pending'
