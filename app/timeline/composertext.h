// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

#include <functional>

namespace Deskbell::App {

class TextCompleter;

/// The text field of the composer: gives away pasted files and pictures, and to an open list of
/// names or canned replies the keys that choose from it.
class ComposerText : public QPlainTextEdit
{
    Q_OBJECT

public:
    using QPlainTextEdit::QPlainTextEdit;

    /// Gets what is pasted and is not only text; false when it does not want it.
    std::function<bool(const QMimeData *)> addFiles;

    void addCompleter(const TextCompleter *completer) { m_completers.append(completer); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    bool hasList() const;

    QList<const TextCompleter *> m_completers;
};

} // namespace Deskbell::App
