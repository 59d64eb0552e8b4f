// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeline/textcompleter.h"

#include <QAbstractItemView>
#include <QPlainTextEdit>
#include <QStandardItemModel>
#include <QTextBlock>

namespace Deskbell::App {

TextCompleter::TextCompleter(QPlainTextEdit *text, const QString &name)
    : QObject(text)
    , m_text(text)
    , m_model(new QStandardItemModel(this))
{
    m_completer.setModel(m_model);
    m_completer.setWidget(text);
    m_completer.setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer.popup()->setObjectName(name);
    connect(&m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &TextCompleter::insert);
}

bool TextCompleter::isOpen() const
{
    return m_completer.popup()->isVisible();
}

QString TextCompleter::beforeCursor() const
{
    const QTextCursor cursor = m_text->textCursor();
    return cursor.block().text().left(cursor.positionInBlock());
}

void TextCompleter::open(int width)
{
    if (m_model->rowCount() == 0 || !m_text->hasFocus())
        return close();
    QRect place = m_text->cursorRect();
    place.setWidth(width);
    m_completer.complete(place);
    m_completer.popup()->setCurrentIndex(m_completer.completionModel()->index(0, 0));
}

void TextCompleter::close()
{
    m_completer.popup()->hide();
}

void TextCompleter::replace(qsizetype typed, const QString &text)
{
    QTextCursor cursor = m_text->textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(typed));
    cursor.insertText(text);
    m_text->setTextCursor(cursor);
}

} // namespace Deskbell::App
