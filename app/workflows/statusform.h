// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/elementform.h"

class QCheckBox;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace Deskbell::App {

/// A status, and the step that it is in a step workflow.
class StatusForm : public ElementForm
{
    Q_OBJECT

public:
    StatusForm(EditedWorkflow &draft, QWidget *parent);
    void retranslate() override;
    void focusFirst() override;

Q_SIGNALS:
    void transitionRequested();

protected:
    void load() override;

private:
    void write(const QByteArray &field);
    void writeStep(const QByteArray &field);
    void fillRoles();

    QLineEdit *m_label;
    QLineEdit *m_key;
    QComboBox *m_category;
    QCheckBox *m_initial;
    QCheckBox *m_final;
    QCheckBox *m_isStep;
    QComboBox *m_role;
    QPlainTextEdit *m_instructions;
    QSpinBox *m_weight;
    QComboBox *m_escalation;
    QPushButton *m_connect;
    QPushButton *m_automatic;
};

} // namespace Deskbell::App
