// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

namespace Deskbell::App {

/// What is read and written for the folders of this program, one after the other on a thread of
/// its own: after a crash the disk is as it was at one moment, never later things without earlier
/// ones. When it goes, all is done.
class DiskQueue : public QThreadPool
{
public:
    DiskQueue() { setMaxThreadCount(1); }
};

} // namespace Deskbell::App
