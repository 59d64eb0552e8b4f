// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/desks/customfield.h"

#include <QJsonObject>
#include <QObject>

class QComboBox;
class QFormLayout;

namespace Deskbell::App {

class FormErrors;
struct AppContext;

/// The rows of a category's form within a dialog's form. Owned by the dialog's layout's widget.
class FormFields : public QObject
{
    Q_OBJECT

public:
    /// The rows come after the row that `anchor` is in.
    FormFields(AppContext &context, QFormLayout *layout, QWidget *anchor, FormErrors *errors);

    /// Puts these fields in place of the ones before; what was entered under the same key stays.
    void setForm(const QList<CustomField> &form);
    const QList<CustomField> &form() const { return m_form; }
    /// Fields that are left empty are not in it. Without a form: what setValues() gave.
    QJsonObject values() const;
    void setValues(const QJsonObject &values);
    bool isEmpty() const;
    /// Whether one of its fields says something else than `values`.
    bool differFrom(const QJsonObject &values) const;

Q_SIGNALS:
    /// Something else stands in one of its fields.
    void changed();

private:
    struct Row
    {
        QString key;
        QWidget *editor = nullptr;
        QWidget *cell = nullptr; ///< with the message below it
    };
    QWidget *makeEditor(const CustomField &field, QWidget *parent);
    void follow(QWidget *editor, QWidget *cell);
    void addPeople(QComboBox *box, qint64 chosen);

    AppContext &m_context;
    QFormLayout *m_layout;
    QWidget *m_anchor;
    FormErrors *m_errors;
    QList<CustomField> m_form;
    QList<Row> m_rows;
    QJsonObject m_given;   ///< as they were set
    QJsonObject m_entered; ///< those, and what was entered into fields that went
};

} // namespace Deskbell::App
