-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT v.definition FROM ticket.workflow_version v WHERE v.id = :version
