-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT 1 FROM ticket.blob WHERE sha256 = :sha256
