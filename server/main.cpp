// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cli/commandline.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    return int(Deskbell::Server::runCommandLine(QCoreApplication::arguments()));
}
