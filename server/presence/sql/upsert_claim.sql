-- SPDX-License-Identifier: GPL-3.0-or-later
-- One holder: what somebody else holds stays theirs until its time is over. Answers whose it is then.
INSERT INTO ticket.claim AS c (ticket_id, account_id, claimed_at, expires_at)
VALUES (:ticket, :account, :now, :until)
ON CONFLICT (ticket_id) DO UPDATE
    SET account_id = EXCLUDED.account_id,
        claimed_at = CASE WHEN c.account_id = EXCLUDED.account_id THEN c.claimed_at
                          ELSE EXCLUDED.claimed_at END,
        expires_at = EXCLUDED.expires_at
    WHERE c.account_id = EXCLUDED.account_id OR c.expires_at <= EXCLUDED.claimed_at
RETURNING c.account_id
