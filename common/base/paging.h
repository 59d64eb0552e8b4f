// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"

#include <QList>

namespace Deskbell {

constexpr int defaultPageSize = 20;
constexpr int maxPageSize = 100;

/// Which part of a list is wanted: a page by number, or what follows a cursor. Either `page` counts
/// (from 1) or `cursor` does, when it is not empty.
struct PageRequest
{
    int page = 1;
    int pageSize = defaultPageSize;
    QString cursor = {};
    bool byCursor = false; ///< `cursor` was given; an empty one asks for the first page by key

    friend bool operator==(const PageRequest &, const PageRequest &) = default;
};

/// What an answer says about its place in the whole. A page by cursor knows no totals.
struct Pagination
{
    std::optional<qint64> total = {};
    std::optional<int> page = {};
    int pageSize = defaultPageSize;
    std::optional<int> totalPages = {};
    QString nextCursor = {}; ///< empty at the end

    friend bool operator==(const Pagination &, const Pagination &) = default;
};

/// The pagination of a page by number.
Pagination numberedPagination(const PageRequest &request, qint64 total, const QString &nextCursor);

void read(JsonReader &reader, Pagination &pagination);
QJsonObject toJson(const Pagination &pagination);

/// One answer of a list route: `{"data":[…],"pagination":{…}}`.
template <class T>
struct Page
{
    QList<T> data;
    Pagination pagination;
};

template <Readable T>
void read(JsonReader &reader, Page<T> &page)
{
    reader.children(QLatin1StringView("data"), page.data, Presence::Required);
    reader.child(QLatin1StringView("pagination"), page.pagination, Presence::Required);
}

} // namespace Deskbell
