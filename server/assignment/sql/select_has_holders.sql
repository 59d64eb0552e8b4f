-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT EXISTS (SELECT 1
               FROM ticket.account_role ar
               JOIN ticket.account a ON a.id = ar.account_id
               WHERE ar.role_id = :role AND (ar.desk_id IS NULL OR ar.desk_id = :desk)
                 AND a.status = 'active' AND a.deleted_at IS NULL AND a.id <> :except)
