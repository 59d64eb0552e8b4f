// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/table.h"
#include "tests/bench/testbed.h"

#include <QJsonObject>
#include <QMap>

namespace Deskbell::Bench {

/// What is done, newest first: nearly all tickets there are, so it is as deep as a list can be.
QByteArray closedList(const QByteArray &cursor);
/// Empty at the end.
QByteArray nextCursor(const QJsonObject &page);

/// What the first page of a list costs, alone, and how full it is.
struct ListTime
{
    double ms = 0; ///< median
    int rows = 0;
};
/// By the name of the view.
using ListTimes = QMap<QString, ListTime>;
ListTimes measureLists(TestBed &bed);

/// The deep page beside the first, the lists beside the same lists of a smaller desk (empty: there
/// is none), counters and search.
void measureDepth(TestBed &bed, Table &table);
void compareLists(const ListTimes &small, qint64 smallSize, const ListTimes &large, Table &table);
void measureCounters(TestBed &bed, Table &table);
void measureSearch(TestBed &bed, Table &table);

} // namespace Deskbell::Bench
