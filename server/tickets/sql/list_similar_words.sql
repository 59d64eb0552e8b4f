-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT w.place, s.word
FROM unnest(:words::text[]) WITH ORDINALITY w (word, place)
CROSS JOIN LATERAL ticket.similar_words(w.word) AS s (word)
WHERE length(w.word) >= 4
