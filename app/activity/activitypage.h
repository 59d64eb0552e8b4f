// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/pagewidget.h"
#include "common/activity/activityentry.h"

class QComboBox;
class QPushButton;

namespace Deskbell::App {

class ActivityModel;
class PagedTable;
class Registry;
struct AppContext;

/// The activity log for those who may see it: who did what, when, from where.
class ActivityPage : public PageWidget
{
    Q_OBJECT

public:
    explicit ActivityPage(AppContext &context);

    void showEntry(const QString &entryId) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void reload();
    void retranslate();

    AppContext &m_context;
    ActivityModel *m_model;
    PagedTable *m_table;
    QComboBox *m_entity;
    QPushButton *m_refresh;
};

void installActivity(Registry &registry);

} // namespace Deskbell::App
