// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/table.h"
#include "tests/bench/testbed.h"

#include <QJsonObject>

namespace Deskbell::Bench {

/// What is done, newest first: nearly all tickets there are, so it is as deep as a list can be.
QByteArray closedList(const QByteArray &cursor);
/// Empty at the end.
QByteArray nextCursor(const QJsonObject &page);

/// The first page of each of the app's views, alone, in turn with the same of a smaller desk (null:
/// there is none).
void measureViews(TestBed &bed, TestBed *small, Table &table);
/// A deep page beside the first.
void measureDepth(TestBed &bed, Table &table);
void measureCounters(TestBed &bed, Table &table);
void measureSearch(TestBed &bed, Table &table);

} // namespace Deskbell::Bench
