// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCompleter>

class QPlainTextEdit;
class QStandardItemModel;

namespace Deskbell::App {

/// A list that opens at the cursor of a text field while something is typed there, and whose
/// entries take the place of what was typed. What opens it and what it offers say those who inherit
/// it.
class TextCompleter : public QObject
{
    Q_OBJECT

public:
    /// Whether the list is open, and the keys that choose are its own.
    bool isOpen() const;

protected:
    /// `name` of the list; the text field owns this.
    TextCompleter(QPlainTextEdit *text, const QString &name);

    /// An entry was chosen.
    virtual void insert(const QModelIndex &index) = 0;

    QPlainTextEdit &text() const { return *m_text; }
    QCompleter &completer() { return m_completer; }
    QStandardItemModel &model() { return *m_model; }
    /// The paragraph of the cursor, up to it.
    QString beforeCursor() const;
    /// Opens the list with what is in the model; closes it when that is nothing.
    void open(int width);
    void close();
    /// Puts a text in the place of so many characters before the cursor.
    void replace(qsizetype typed, const QString &text);

private:
    QPlainTextEdit *m_text;
    QCompleter m_completer;
    QStandardItemModel *m_model;
};

} // namespace Deskbell::App
