// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/tickets/ticket.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace Deskbell::App {

class FormErrors;
struct AppContext;

/// Which tags tickets have: those that some of them have, to keep or take away, and new ones.
class TagsDialog : public QDialog
{
    Q_OBJECT

public:
    TagsDialog(AppContext &context, const QList<Ticket> &tickets, QWidget *parent);

Q_SIGNALS:
    void chosen(const QStringList &add, const QStringList &remove);

private:
    QStringList typed() const;
    void offerKnown(AppContext &context);
    void send();

    struct Row
    {
        QString tag;
        Qt::CheckState before;
        QCheckBox *box;
    };
    QList<Row> m_rows;
    QLineEdit *m_new;
    FormErrors *m_errors;
};

} // namespace Deskbell::App
