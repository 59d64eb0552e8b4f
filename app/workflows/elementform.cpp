// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflows/elementform.h"

#include "app/shell/theme.h"
#include "app/widgets/errortext.h"
#include "app/widgets/formerrors.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Deskbell::App {

ElementForm::ElementForm(EditedWorkflow &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_column(new QVBoxLayout(this))
    , m_whole(new FieldMessage(this))
    , m_errors(new FormErrors(this))
{
    m_errors->setValidator([this] { return m_draft.faultsOf(m_draft.current()); });
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Metrics::unit);
    m_whole->setObjectName(u"inspector.whole"_s);
    m_column->addWidget(m_whole);
}

void ElementForm::refresh()
{
    {
        const QScopedValueRollback loading(m_loading, true);
        load();
    }
    QStringList others;
    for (const FieldError &fault : m_errors->showErrors(m_draft.faultsOf(m_draft.current())))
        others.append(describe(fault));
    if (others.isEmpty())
        m_whole->clearError();
    else
        m_whole->showError(others.join(u'\n'));
}

void ElementForm::addRow(const QString &field, QWidget *editor)
{
    auto *label = new QLabel(this);
    label->setFont(Fonts::caption());
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(editor);
    m_labels.insert(editor, label);
    label->setContentsMargins(0, Metrics::unit, 0, 0);
    m_column->addWidget(label);
    m_column->addWidget(editor);
    m_column->addWidget(m_errors->add(field, editor));
}

void ElementForm::setRowLabel(QWidget *editor, const QString &text)
{
    m_labels.value(editor)->setText(text);
    editor->setAccessibleName(QString(text).remove(u'&'));
}

void ElementForm::setRowVisible(QWidget *editor, bool visible)
{
    m_labels.value(editor)->setVisible(visible);
    editor->setVisible(visible);
}

QLineEdit *ElementForm::makeLine(const QString &field)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(u"inspector."_s + field);
    addRow(field, line);
    return line;
}

QComboBox *ElementForm::makeCombo(const QString &field)
{
    auto *combo = new QComboBox(this);
    combo->setObjectName(u"inspector."_s + field);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(10);
    addRow(field, combo);
    return combo;
}

void ElementForm::setText(QLineEdit *line, const QString &text)
{
    if (line->text() != text)
        line->setText(text);
}

void ElementForm::choose(QComboBox *combo, const QVariant &data)
{
    combo->setCurrentIndex(combo->findData(data));
}

WorkflowForm::WorkflowForm(EditedWorkflow &draft, QWidget *parent)
    : ElementForm(draft, parent)
    , m_label(makeLine(u"label"_s))
    , m_key(makeLine(u"key"_s))
    , m_hint(new QLabel(this))
{
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setFont(Fonts::small());
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    column().addWidget(m_hint);
    connect(m_label, &QLineEdit::textEdited, this,
            [this](const QString &text) { this->draft().setLabel(text); });
    connect(m_key, &QLineEdit::textEdited, this,
            [this](const QString &text) { this->draft().setKey(text); });
}

void WorkflowForm::load()
{
    setText(m_label, draft().definition().label);
    setText(m_key, draft().definition().key);
    m_key->setReadOnly(!draft().saved().key.isEmpty());
}

void WorkflowForm::retranslate()
{
    setRowLabel(m_label, tr("&Name"));
    setRowLabel(m_key, tr("&Key"));
    m_hint->setText(tr("Choose a status or an arrow to see what it says. Tab goes from one to the "
                       "next, Enter edits, N adds a status, T draws a transition, Del removes."));
}

void WorkflowForm::focusFirst()
{
    m_label->setFocus(Qt::OtherFocusReason);
    m_label->selectAll();
}

} // namespace Deskbell::App
