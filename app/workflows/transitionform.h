// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflows/elementform.h"

class QCheckBox;
class QListWidget;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace Deskbell::App {

/// A transition that people take: its ends, who may take it, what it requires and causes.
class TransitionForm : public ElementForm
{
    Q_OBJECT

public:
    TransitionForm(EditedWorkflow &draft, QWidget *parent);
    void retranslate() override;
    void focusFirst() override;

protected:
    void load() override;

private:
    void write(const QByteArray &field);
    QList<Taker> chosenTakers() const;
    QList<Requirement> chosenRequirements() const;
    /// One line per effect: what, to whom or which, and a value.
    void buildEffects(const QList<Effect> &effects);
    void writeEffects();

    struct EffectRow
    {
        QWidget *box;
        QComboBox *kind;
        QComboBox *target;
        QComboBox *value;
    };

    QLineEdit *m_label;
    QComboBox *m_from;
    QComboBox *m_to;
    QWidget *m_takers;
    QList<QCheckBox *> m_takerBoxes; ///< in the order of TakerKind, without permissions
    QSpinBox *m_days;
    QListWidget *m_permissions;
    QWidget *m_requirements;
    QList<QCheckBox *> m_requirementBoxes; ///< in the order of RequirementKind
    QLineEdit *m_template;
    QWidget *m_effects;
    QVBoxLayout *m_effectLines;
    QPushButton *m_addEffect;
    QList<EffectRow> m_effectRows;
};

/// A transition that the system takes.
class AutomaticForm : public ElementForm
{
    Q_OBJECT

public:
    AutomaticForm(EditedWorkflow &draft, QWidget *parent);
    void retranslate() override;
    void focusFirst() override;

protected:
    void load() override;

private:
    void write(const QByteArray &field);

    QComboBox *m_trigger;
    QSpinBox *m_hours;
    QSpinBox *m_warning;
    QComboBox *m_from;
    QComboBox *m_to;
};

} // namespace Deskbell::App
