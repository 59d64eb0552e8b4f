-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT pg_try_advisory_xact_lock(hashtextextended(:key, :account))
