-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE ticket.upload SET received = :received, expires_at = :expires WHERE id = :id
