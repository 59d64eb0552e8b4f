// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/editedworkflow.h"
#include "common/workflows/workflowrehearsal.h"

/// How workflows are put into words, in one place for graph, inspector, dialogs and lists.
namespace Deskbell::App::WorkflowText {

QString status(const WorkflowDefinition &definition, const QString &key);
QString taker(const Taker &taker);
QString takers(const QList<Taker> &takers);
QString requirement(const Requirement &requirement);
QString trigger(const AutomaticTransition &transition);
QString triggerKind(Trigger trigger);
QString effectKind(EffectKind kind);
/// What the graph writes beside an arrow: who, and under it what it requires.
QString arrowLabel(const WorkflowTransition &transition);

/// "Status New", "Transition New → Closed"; the workflow itself for none.
QString element(const WorkflowDefinition &definition, const WorkflowElement &element);

/// One line of a difference: "Transition New → Closed: requires". `definition` knows the words.
QString change(const WorkflowChange &change, const WorkflowDefinition &before,
               const WorkflowDefinition &after);
QString stranding(Stranding stranding);

} // namespace Deskbell::App::WorkflowText
