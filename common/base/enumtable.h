// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAnyStringView>
#include <QJsonArray>
#include <QLatin1StringView>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace Deskbell {

/// One row of an enum's table: the value and its name on the wire. A table with more to say has
/// rows of its own type that begin the same way.
template <class E>
struct WireName
{
    E value;
    std::string_view name;
};

/// The one table of an enum that goes over the wire, used in both directions. Specialised beside
/// the enum:
///
///     template<>
///     struct WireEnum<Priority> {
///         static constexpr auto names = std::to_array<WireName<Priority>>({{Priority::Low, "low"},
///         …});
///     };
template <class E>
struct WireEnum;

template <class E>
concept IsWireEnum = requires
{
    WireEnum<E>::names.size();
};

/// The name of a value on the wire. The view lives as long as the process.
template <IsWireEnum E>
constexpr QLatin1StringView toWire(E value)
{
    for (const auto &row : WireEnum<E>::names) {
        if (row.value == value)
            return QLatin1StringView(row.name.data(), qsizetype(row.name.size()));
    }
    Q_UNREACHABLE();
}

/// The value of a name; nothing when the table has no such name. Names compare exactly.
template <IsWireEnum E>
std::optional<E> fromWire(QAnyStringView name)
{
    for (const auto &row : WireEnum<E>::names) {
        if (QAnyStringView::equal(name,
                                  QLatin1StringView(row.name.data(), qsizetype(row.name.size()))))
            return row.value;
    }
    return std::nullopt;
}

/// Every name of the table in its order: the "allowed" of an `unknown_value` field error.
template <IsWireEnum E>
QJsonArray wireNames()
{
    QJsonArray names;
    for (const auto &row : WireEnum<E>::names)
        names.append(QLatin1StringView(row.name.data(), qsizetype(row.name.size())));
    return names;
}

} // namespace Deskbell
