// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/keptfile.h"

using namespace Qt::StringLiterals;

namespace Deskbell::App {

void read(JsonReader &reader, KeptFile &file)
{
    QString upload;
    reader.text("upload"_L1, upload, Presence::Required);
    file.upload = QUuid::fromString(upload);
    reader.text("name"_L1, file.name, Presence::Required);
    reader.bigInteger("size"_L1, file.size, Presence::Required);
}

QJsonObject toJson(const KeptFile &file)
{
    return {{u"upload"_s, file.upload.toString(QUuid::WithoutBraces)},
            {u"name"_s, file.name},
            {u"size"_s, file.size}};
}

} // namespace Deskbell::App
