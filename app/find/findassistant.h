// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/find/findcompletion.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSet>

class QCompleter;
class QStandardItemModel;

namespace Deskbell::App {

class SearchField;
struct AppContext;

/// Helps with the language of the search box: offers fields and values below it as one types, and
/// underlines the word that is wrong. Values of the desk (people, tags, teams and so on) are asked
/// for when they are needed first.
class FindAssistant : public QObject
{
    Q_OBJECT

public:
    FindAssistant(AppContext &context, SearchField &field);

    /// What is typed, if it can be read; underlines what is wrong with it otherwise.
    std::optional<FindQuery> check();
    QCompleter &completer() { return *m_completer; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer();
    void putIn(const QString &text);
    void learn(FindField field, const QString &typed);
    void learned(FindField field, const QList<std::pair<QString, QString>> &values);

    AppContext &m_context;
    SearchField &m_field;
    QCompleter *m_completer;
    QStandardItemModel *m_model;
    UnfinishedTerm m_term;
    FindValues m_values;
    QSet<FindField> m_asked;
    QString m_askedPeople; ///< for which beginning of a name people were asked for last
    bool m_putting = false;
};

} // namespace Deskbell::App
