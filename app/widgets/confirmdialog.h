// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <functional>

class QPlainTextEdit;

namespace Deskbell::App {

/// A question before something that cannot be undone.
struct Question
{
    QString title; ///< "Delete HD-1042?"
    QString text;  ///< what it means
    QString verb;  ///< the button that does it: "Delete ticket"; never "Yes" or "OK"
    bool destructive = true;
    /// When set, a field asks for it and the verb stays disabled while it is empty.
    QString reasonLabel = {};
    bool reasonNeeded = true; ///< false: the field may stay empty
};

struct Decision
{
    bool accepted = false;
    QString reason = {};
};

/// Asks over the window without a nested event loop. Cancel is the safe default.
class ConfirmDialog : public QDialog
{
    Q_OBJECT

public:
    using Answerer = std::function<Decision(const Question &)>;

    /// Asks and calls back once, unless `parent` dies first.
    static void ask(QWidget *parent, const Question &question,
                    std::function<void(const Decision &)> callback);
    /// The seam for tests and the tour: while set, it answers and no dialog is shown.
    static void setAnswerer(Answerer answerer);

private:
    ConfirmDialog(const Question &question, QWidget *parent);
    QString reason() const;

    QPlainTextEdit *m_reason = nullptr;
};

} // namespace Deskbell::App
