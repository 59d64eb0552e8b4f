// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

#include <QLabel>
#include <QList>
#include <QObject>

#include <functional>

class QFocusEvent;

namespace Deskbell::App {

/// The message under a field: hidden while there is none, announced when it comes.
class FieldMessage : public QLabel
{
    Q_OBJECT

public:
    explicit FieldMessage(QWidget *parent = nullptr);
    void showError(const QString &text);
    void clearError();
};

/// Puts field errors, one's own or the server's, at the fields of a form. Owned by the form.
class FormErrors : public QObject
{
    Q_OBJECT

public:
    using Validator = std::function<QList<FieldError>()>;

    explicit FormErrors(QWidget *form);

    /// `field` is the path in the interface ("title", "customFields.room"); the message is created
    /// here and is to be laid out below `editor`.
    FieldMessage *add(const QString &field, QWidget *editor);
    /// The field is not a part of the form any more; before its editor dies.
    void forget(QWidget *editor);
    /// Validation as one types: run after each change, shows errors only at fields that the person
    /// has already left or that were faulty before.
    void setValidator(Validator validator);
    /// Validates all; shows what is wrong and focuses the first faulty field. True: all is well.
    bool validateAll();

    /// Shows the errors of an answer. What belongs to no field here is returned, to be shown above
    /// the form.
    QList<FieldError> showErrors(const QList<FieldError> &errors);
    void clear();
    void focusFirst();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row
    {
        QString field;
        QWidget *editor = nullptr;
        FieldMessage *message = nullptr;
        bool touched = false;    ///< the person has been there: it may be found faulty
        QString fromServer = {}; ///< what the server said of the text that still stands there
    };
    QList<FieldError> show(const QList<FieldError> &errors);
    bool isLeft(const QFocusEvent &event) const;
    void revalidate();
    void setRow(Row &row, const QString &text);

    QList<Row> m_rows;
    Validator m_validator;
    const QMetaObject *m_formType = nullptr; ///< what the form was when it gave its validator
};

} // namespace Deskbell::App
