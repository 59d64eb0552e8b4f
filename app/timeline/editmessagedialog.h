// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/timeline/timelineentry.h"

#include <QDialog>

class QPlainTextEdit;

namespace Deskbell::App {

class FormErrors;

/// Corrects the words of a reply or note.
class EditMessageDialog : public QDialog
{
    Q_OBJECT

public:
    explicit EditMessageDialog(const TimelineEntry &entry, QWidget *parent);

Q_SIGNALS:
    void messageAccepted(const QString &message);

private:
    void save();

    QPlainTextEdit *m_text;
    FormErrors *m_errors;
};

} // namespace Deskbell::App
