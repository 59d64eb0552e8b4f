-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.approval_process SET stuck = :stuck WHERE id = :process
