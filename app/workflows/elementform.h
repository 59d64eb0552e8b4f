// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/editedworkflow.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace Deskbell::App {

class FieldMessage;
class FormErrors;

/// What the forms of the inspector have in common: labelled fields with a place for their fault.
/// A form shows one element of the draft and writes each change into it at once.
class ElementForm : public QWidget
{
    Q_OBJECT

public:
    ElementForm(EditedWorkflow &draft, QWidget *parent);

    /// Takes values and faults from the draft, for the element that is current.
    void refresh();
    virtual void retranslate() = 0;
    virtual void focusFirst() = 0;

protected:
    /// Reads the draft into the fields; what they emit meanwhile is nobody's typing.
    virtual void load() = 0;
    EditedWorkflow &draft() { return m_draft; }
    int index() const { return m_draft.current().index; }
    /// Whether the fields are being filled and what they emit is to be passed over.
    bool isLoading() const { return m_loading; }

    /// A row with a fault's place below it. `field` as the fault names it.
    void addRow(const QString &field, QWidget *editor);
    void setRowLabel(QWidget *editor, const QString &text);
    /// The row with what belongs to it.
    void setRowVisible(QWidget *editor, bool visible);
    QVBoxLayout &column() { return *m_column; }
    QLineEdit *makeLine(const QString &field);
    QComboBox *makeCombo(const QString &field);
    /// Without moving the cursor when it is the same.
    static void setText(QLineEdit *line, const QString &text);
    static void choose(QComboBox *combo, const QVariant &data);

private:
    EditedWorkflow &m_draft;
    QVBoxLayout *m_column; // QFormLayout writes past its end when wrapped rows are hidden
    FieldMessage *m_whole; ///< what is wrong with the element and no field of it
    FormErrors *m_errors;
    QHash<QWidget *, QLabel *> m_labels;
    bool m_loading = false;
};

/// The workflow as a whole.
class WorkflowForm : public ElementForm
{
    Q_OBJECT

public:
    WorkflowForm(EditedWorkflow &draft, QWidget *parent);
    void retranslate() override;
    void focusFirst() override;

protected:
    void load() override;

private:
    QLineEdit *m_label;
    QLineEdit *m_key;
    QLabel *m_hint;
};

} // namespace Deskbell::App
