// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/configfile.h"

#include <QFile>

#include <toml++/toml.h>

using namespace Qt::StringLiterals;

namespace Deskbell::Server {

namespace {

Error fileError(const QString &origin, const QString &why)
{
    return {.code = ErrorCode::Invalid, .key = "config.invalid", .detail = origin + u": "_s + why};
}

QString originOf(const QString &path, const toml::source_region &source)
{
    return u"%1:%2"_s.arg(path).arg(source.begin.line);
}

} // namespace

Result<QMap<QString, FileValue>> readConfigFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(fileError(path, file.errorString()));
    const QByteArray content = file.readAll();
    toml::table table;
    try {
        table = toml::parse(std::string_view(content.constData(), size_t(content.size())));
    } catch (const toml::parse_error &error) {
        return fail(fileError(originOf(path, error.source()), QString::fromUtf8(error.what())));
    }
    QMap<QString, FileValue> values;
    for (const auto &[key, node] : table) {
        const std::string_view keyText = key.str();
        const QString name = QString::fromUtf8(keyText.data(), qsizetype(keyText.size()));
        const QString origin = originOf(path, node.source());
        QString text;
        if (const auto *string = node.as_string())
            text = QString::fromStdString(string->get());
        else if (const auto *number = node.as_integer())
            text = QString::number(number->get());
        else if (const auto *boolean = node.as_boolean())
            text = boolean->get() ? u"on"_s : u"off"_s;
        else
            return fail(fileError(origin,
                                  u"%1 must be a text, a whole number, true or false"_s.arg(name)));
        values.insert(name, {.text = text, .origin = origin});
    }
    return values;
}

} // namespace Deskbell::Server
