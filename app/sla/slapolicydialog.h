// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/entitydialog.h"
#include "common/sla/slapolicy.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace Deskbell::App {

class DurationField;
class SlaRehearsalBox;

/// Makes a service level of a desk, or changes one; before it is saved one can see what would have
/// become of past tickets.
class SlaPolicyDialog : public DraftDialog<SlaPolicyDraft>
{
    Q_OBJECT

public:
    /// `value`: null for a new one.
    SlaPolicyDialog(AppContext &context, const SlaPolicy *value, QWidget *parent);

protected:
    SlaPolicyDraft typed() const override;

private:
    void fillPriorities();
    /// What can be chosen on the desk.
    void loadChoices(const SlaPolicy *value);

    QComboBox *m_desk = nullptr; ///< of a new one only: it never changes
    QLineEdit *m_name;
    QComboBox *m_category;
    QComboBox *m_priority;
    QComboBox *m_calendar;
    DurationField *m_firstResponse;
    DurationField *m_resolution;
    QSpinBox *m_warn;
    QCheckBox *m_escalates;
    SlaRehearsalBox *m_rehearsal;
};

} // namespace Deskbell::App
