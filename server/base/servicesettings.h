// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/sla/businesscalendar.h"

#include <chrono>

namespace Deskbell::Server {

/// What services need of the configuration, apart from where things are. Every limit has its
/// default here, is set by server/config, and is told in GET /api/v1/server.
struct ServiceSettings
{
    qint64 jsonLimit = 1024 * 1024;         ///< bytes of a JSON body
    qint64 uploadLimit = qint64(2) << 30;   ///< bytes of one file
    bool signUp = true;                     ///< whether strangers may make themselves an account
    std::chrono::minutes editWindow{15};    ///< how long one's own reply may be changed
    std::chrono::hours uploadLifetime{24};  ///< how long an unused upload is kept
    std::chrono::hours eventLifetime{24};   ///< how far back an event stream can resume
    std::chrono::days sessionLifetime{30};  ///< of a refresh token that is not used
    std::chrono::seconds presenceLease{45}; ///< how long who is at a ticket is believed to be there
    std::chrono::seconds claimLease{60};    ///< how long a claim holds unless it is renewed
    BusinessCalendar calendar = {};         ///< in which business hours are counted
};

} // namespace Deskbell::Server
