-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO ticket.account (username, email, display_name)
SELECT p.handle, p.handle || '@incidents.invalid', p.name
FROM unnest(:names::text[], :handles::text[]) AS p(name, handle)
ON CONFLICT (lower(username)) WHERE deleted_at IS NULL DO NOTHING
