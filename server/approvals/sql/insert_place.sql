-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.approval_place (step_id, account_id, created_at) VALUES (:step, :account, :now)
