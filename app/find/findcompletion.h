// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/find/findquery.h"

#include <QHash>

/// What the search box offers while somebody types.
namespace Deskbell::App {

/// One thing that can be put in at the cursor.
struct FindOffer
{
    QString text;      ///< what comes in place of the unfinished word: "status:", "alex.johnson "
    QString shown;     ///< what stands in the list
    QString hint = {}; ///< what it means, muted
};

/// What a field can have as values: as they are written, and what people call them.
using FindValues = QHash<FindField, QList<std::pair<QString, QString>>>;

/// The word at the cursor that is not finished.
struct UnfinishedTerm
{
    qsizetype start = 0;                 ///< of what an offer replaces
    QString typed = {};                  ///< of it, up to the cursor
    std::optional<FindField> field = {}; ///< whose value it is; none: it may become a field
};
UnfinishedTerm unfinishedTerm(QStringView text, qsizetype cursor);

/// Fields, or values of the field that was begun.
QList<FindOffer> findOffers(const UnfinishedTerm &term, const FindValues &values);

/// What a field is about, for the list.
QString findFieldHint(FindField field);
/// Why a query cannot be read, in words.
QString findFaultText(const FindFault &fault);

} // namespace Deskbell::App
