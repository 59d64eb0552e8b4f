-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether anything that is not over would lose its approval without this template.
SELECT EXISTS (SELECT 1 FROM ticket.desk d WHERE d.approval_template_id = :id AND d.deleted_at IS NULL)
    OR EXISTS (SELECT 1 FROM ticket.category c WHERE c.approval_template_id = :id AND c.deleted_at IS NULL)
    OR EXISTS (SELECT 1 FROM ticket.ticket t
               WHERE t.approval_template_id = :id AND t.deleted_at IS NULL AND t.status_category < 'resolved')
