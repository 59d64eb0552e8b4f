// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/desks/customfield.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace Deskbell::App {

class FormErrors;

/// One field of a category's form: what it asks, and what can be entered. Sends nothing; the form
/// of the category takes what it yields.
class FieldDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Key {
        Free,
        Kept, ///< tickets have values under it
    };

    /// Begins with the field in that row of the form, or makes one that comes after the others
    /// (-1).
    FieldDialog(const QList<CustomField> &form, int row, Key key, QWidget *parent);

    /// "Room: Text; has to be filled in"
    static QString line(const CustomField &field);

Q_SIGNALS:
    void fieldAccepted(const Deskbell::CustomField &field);

private:
    void buildForm(Key key);
    void followType(QFormLayout *form);
    CustomField field() const;
    /// Those of this field among the others.
    QList<FieldError> faults() const;
    void finish();

    QList<CustomField> m_form;
    int m_row;
    QLineEdit *m_label;
    QLineEdit *m_key;
    QComboBox *m_type;
    QPlainTextEdit *m_options;
    QCheckBox *m_required;
    FormErrors *m_errors;
};

} // namespace Deskbell::App
