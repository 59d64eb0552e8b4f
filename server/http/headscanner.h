// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/refusal.h"

#include <QByteArrayView>

namespace Deskbell::Http {

struct HttpLimits;

/// Looks through the bytes of a request head as they come, before any parser does: finds its end,
/// and refuses at the first byte that breaks a limit or that two HTTP implementations might read
/// differently (bare CR or LF, NUL and other controls, folded lines). What is not HTTP is therefore
/// refused at once and not when its time is over.
class HeadScanner
{
public:
    enum class Step { NeedMore, Complete, Refused };

    explicit HeadScanner(const HttpLimits &limits);

    /// `input` begins with the same bytes each time and is longer each time.
    Step scan(QByteArrayView input);

    /// After Complete: where the request line begins (behind blank lines) and the head ends.
    qsizetype begin() const { return m_begin; }
    qsizetype end() const { return m_position; }
    Refusal refusal() const { return m_refusal; }

private:
    Step refuse(Refusal refusal);
    Step endLine(QByteArrayView input);

    const HttpLimits &m_limits;
    qsizetype m_begin = 0;
    qsizetype m_lineBegin = 0;
    qsizetype m_position = 0; ///< bytes looked at
    int m_lines = 0;          ///< request line included
    bool m_afterCr = false;
    Refusal m_refusal;
};

} // namespace Deskbell::Http
