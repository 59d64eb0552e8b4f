// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/db/bind.h"

#include "server/db/textformat.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace Deskbell::Db {

Bind::Bind(const char *name, double value)
    : Bind(name, Form::Text, QByteArray::number(value, 'g', 17))
{}

Bind::Bind(const char *name, const QDateTime &value)
    : m_name(name)
{
    if (value.isValid())
        setText(TextFormat::fromTime(value));
}

Bind::Bind(const char *name, QDate value)
    : m_name(name)
{
    if (value.isValid())
        setText(value.toString(Qt::ISODate).toLatin1());
}

Bind::Bind(const char *name, const QUuid &value)
    : m_name(name)
{
    if (!value.isNull())
        setText(value.toByteArray(QUuid::WithoutBraces));
}

Bind::Bind(const char *name, const QJsonObject &value)
    : Bind(name, Form::Text, QJsonDocument(value).toJson(QJsonDocument::Compact))
{}

Bind::Bind(const char *name, const QJsonArray &value)
    : Bind(name, Form::Text, QJsonDocument(value).toJson(QJsonDocument::Compact))
{}

Bind::Bind(const char *name, const QList<qint64> &values)
    : Bind(name, Form::Text, TextFormat::fromNumbers(values))
{}

Bind::Bind(const char *name, const QStringList &values)
    : Bind(name, Form::Text, TextFormat::fromTexts(values))
{}

Bind::Bind(const char *name, const QVariant &value)
    : m_name(name)
{
    if (!value.isValid() || value.isNull())
        return;
    switch (value.typeId()) {
    case QMetaType::Bool: *this = Bind(name, value.toBool()); return;
    case QMetaType::Float:
    case QMetaType::Double: *this = Bind(name, value.toDouble()); return;
    case QMetaType::QByteArray: *this = Bind(name, value.toByteArray()); return;
    case QMetaType::QDateTime: *this = Bind(name, value.toDateTime()); return;
    case QMetaType::QDate: *this = Bind(name, value.toDate()); return;
    case QMetaType::QUuid: *this = Bind(name, value.toUuid()); return;
    case QMetaType::QStringList: *this = Bind(name, value.toStringList()); return;
    case QMetaType::QJsonObject: *this = Bind(name, value.toJsonObject()); return;
    case QMetaType::QJsonArray: *this = Bind(name, value.toJsonArray()); return;
    default:
        Q_ASSERT_X(value.canConvert<QString>(), name, value.typeName());
        setText(value.toString().toUtf8());
    }
}

void Bind::setText(const QByteArray &text)
{
    m_form = Form::Text;
    m_value = text;
}

} // namespace Deskbell::Db
