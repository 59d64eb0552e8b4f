// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/workflowinspector.h"

#include "app/shell/icons.h"
#include "app/shell/theme.h"
#include "app/widgets/scrollpane.h"
#include "app/workflows/statusform.h"
#include "app/workflows/transitionform.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

WorkflowInspector::WorkflowInspector(EditedWorkflow &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_title(new QLabel(this))
    , m_remove(new QPushButton(Icons::icon(u"trash"), {}, this))
    , m_forms(new QStackedWidget)
    , m_workflow(new WorkflowForm(draft, m_forms))
    , m_status(new StatusForm(draft, m_forms))
    , m_transition(new TransitionForm(draft, m_forms))
    , m_automatic(new AutomaticForm(draft, m_forms))
{
    setObjectName(u"workflowInspector"_s);
    m_remove->setObjectName(u"inspector.remove"_s);
    m_title->setFont(Fonts::heading());
    const QList<QWidget *> forms{m_workflow, m_status, m_transition, m_automatic};
    for (QWidget *form : forms)
        m_forms->addWidget(form);

    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(Metrics::margin, 0, Metrics::margin, Metrics::margin);
    column->addWidget(m_forms);
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"inspectorScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(Metrics::margin, Metrics::gap, Metrics::margin, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::gap);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    setMinimumWidth(270);

    connect(m_remove, &QPushButton::clicked, this, [this] { m_draft.remove(m_draft.current()); });
    connect(m_status, &StatusForm::transitionRequested, this,
            &WorkflowInspector::transitionRequested);
    connect(&draft, &EditedWorkflow::changed, this, &WorkflowInspector::showCurrent);
    connect(&draft, &EditedWorkflow::currentChanged, this, &WorkflowInspector::showCurrent);
    retranslate();
}

void WorkflowInspector::showCurrent()
{
    ElementForm *form = m_workflow;
    QString title = tr("Workflow");
    switch (m_draft.current().kind) {
    case ElementKind::None: break;
    case ElementKind::Status:
        form = m_status;
        title = tr("Status");
        break;
    case ElementKind::Transition:
        form = m_transition;
        title = tr("Transition");
        break;
    case ElementKind::Automatic:
        form = m_automatic;
        title = tr("Automatic transition");
        break;
    }
    m_title->setText(title);
    m_remove->setVisible(m_draft.current().isValid());
    // The stack is as high as what it shows, not as its highest page.
    for (int i = 0; i < m_forms->count(); ++i) {
        const bool shown = m_forms->widget(i) == form;
        m_forms->widget(i)->setSizePolicy(QSizePolicy::Preferred,
                                          shown ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
    m_forms->setCurrentWidget(form);
    form->refresh();
    m_forms->updateGeometry();
}

void WorkflowInspector::focusFirst()
{
    static_cast<ElementForm *>(m_forms->currentWidget())->focusFirst();
}

void WorkflowInspector::retranslate()
{
    m_remove->setText(tr("Remove"));
    for (ElementForm *form :
         {static_cast<ElementForm *>(m_workflow), static_cast<ElementForm *>(m_status),
          static_cast<ElementForm *>(m_transition), static_cast<ElementForm *>(m_automatic)})
        form->retranslate();
    showCurrent();
}

void WorkflowInspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace Deskbell::App
