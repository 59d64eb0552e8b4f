-- SPDX-License-Identifier: GPL-3.0-or-later
-- Until the transaction ends: what it changes was caused by this trigger, behind those others.
SELECT set_config('deskbell.trigger_chain', :chain, true), set_config('deskbell.trigger_name', :name, true)
