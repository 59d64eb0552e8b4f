-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT f.query, f.common, f.lexemes, f.stems
FROM ticket.find_terms(:texts::text[], :forms::text[]) f
ORDER BY f.place
