// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/accounts/personref.h"

#include <QDialog>

namespace Deskbell::App {

struct AppContext;

/// What a person may do, on which desk, and by which role. Deletes itself.
class HeldPermissionsDialog : public QDialog
{
    Q_OBJECT

public:
    HeldPermissionsDialog(AppContext &context, const PersonRef &person, QWidget *parent);
};

} // namespace Deskbell::App
