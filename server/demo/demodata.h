// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/access/builtinroles.h"
#include "common/base/result.h"
#include "common/desks/customfield.h"
#include "common/tickets/priority.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

/// The demo data as it is written down: accounts.csv and conversations.json in this folder.
namespace Deskbell::Server::Demo {

struct Person
{
    QString username;
    QString email;
    BuiltInRole role = BuiltInRole::Requester;
    QString password;
};

/// Something that somebody does with a ticket, so long after it was opened.
struct Step
{
    enum class Kind { Take, Reply, Note, Solution, Status };

    int afterMinutes = 0;
    QString by; ///< user name
    Kind kind = Kind::Reply;
    QString text;
    QString toStatus; ///< Kind::Status
    QString reason;   ///< Kind::Status
};

struct Conversation
{
    QString requester; ///< user name
    QString category;
    QString team; ///< empty: none
    Priority priority = Priority::Medium;
    QString title;
    QString description;
    QStringList tags;
    QStringList files;               ///< names below files/
    int ageMinutes = 0;              ///< how long before now it was opened
    std::optional<int> dueInMinutes; ///< from now
    QList<Step> steps;
};

struct NamedText
{
    QString name;
    QString description;
};

struct CategoryPlan
{
    NamedText words;
    QList<CustomField> fields; ///< its form
};

struct TemplatePlan
{
    QString name;
    QString title;
    QString description;
    QString category; ///< by name
    QStringList tags;
};

struct TeamPlan
{
    QString name;
    QStringList members; ///< user names
};

struct Data
{
    QString deskKey;
    NamedText desk;
    QList<CategoryPlan> categories;
    QList<TemplatePlan> templates;
    QList<TeamPlan> teams;
    QList<Person> people;
    QList<Conversation> conversations;
};

/// Reads what is built into the program. Internal when it is not as it should be.
Result<Data> read();
/// The content of one of the files.
Result<QByteArray> readFile(const QString &name);

} // namespace Deskbell::Server::Demo
