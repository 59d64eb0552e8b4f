// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"

#include <QUuid>

namespace Deskbell::App {

/// A file that the server has and that belongs to nothing yet: to a message that is being written,
/// or waits to be sent.
struct KeptFile
{
    QUuid upload = {};
    QString name = {};
    qint64 size = 0;

    friend bool operator==(const KeptFile &, const KeptFile &) = default;
};

void read(JsonReader &reader, KeptFile &file);
QJsonObject toJson(const KeptFile &file);

} // namespace Deskbell::App
