// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/composertext.h"

#include "app/attachments/uploadlist.h"
#include "app/timeline/textcompleter.h"

#include <QKeyEvent>
#include <QMimeData>

#include <algorithm>
#include <array>

namespace Deskbell::App {

bool ComposerText::hasList() const
{
    return std::any_of(m_completers.cbegin(), m_completers.cend(),
                       [](const auto *completer) { return completer->isOpen(); });
}

void ComposerText::keyPressEvent(QKeyEvent *event)
{
    // The list sends each key here first, and takes only what was not accepted.
    constexpr std::array choosing{Qt::Key_Return, Qt::Key_Enter, Qt::Key_Tab, Qt::Key_Escape};
    const bool chooses
            = std::find(choosing.begin(), choosing.end(), event->key()) != choosing.end();
    if (chooses && hasList())
        event->ignore();
    else
        QPlainTextEdit::keyPressEvent(event);
}

/// Tab chooses from an open list.
bool ComposerText::focusNextPrevChild(bool next)
{
    return !hasList() && QPlainTextEdit::focusNextPrevChild(next);
}

bool ComposerText::canInsertFromMimeData(const QMimeData *source) const
{
    return UploadList::accepts(source) || QPlainTextEdit::canInsertFromMimeData(source);
}

void ComposerText::insertFromMimeData(const QMimeData *source)
{
    const bool isMore = !source->hasText() || UploadList::accepts(source);
    if (!isMore || !addFiles(source))
        QPlainTextEdit::insertFromMimeData(source);
}

} // namespace Deskbell::App
