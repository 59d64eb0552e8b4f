// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desks/desktemplate.h"
#include "common/workflows/presets.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Deskbell;

/// The desk templates that ship.
class TestDeskTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPresetHasOne();
    void areSound_data();
    void areSound();
};

void TestDeskTemplates::everyPresetHasOne()
{
    QSet<QString> workflows;
    for (const DeskTemplate &value : deskTemplates()) {
        QCOMPARE(deskTemplate(value.key), &value);
        workflows.insert(value.workflow);
    }
    for (const WorkflowDefinition &preset : workflowPresets())
        QVERIFY2(workflows.contains(preset.key), qPrintable(preset.key));
    QVERIFY(!deskTemplate(u"unknown"));
}

void TestDeskTemplates::areSound_data()
{
    QTest::addColumn<QString>("key");
    for (const DeskTemplate &value : deskTemplates())
        QTest::newRow(qPrintable(value.key)) << value.key;
}

void TestDeskTemplates::areSound()
{
    QFETCH(const QString, key);
    const DeskTemplate &value = *deskTemplate(key);
    QVERIFY(workflowPreset(value.workflow));
    QVERIFY(!value.label.isEmpty() && !value.description.isEmpty());
    QVERIFY(!value.categories.isEmpty());
    for (CategoryDraft category : value.categories) {
        category.desk = DeskId(1);
        QCOMPARE(validate(category), QList<FieldError>());
    }
    for (const RoleDraft &role : value.roles)
        QCOMPARE(validate(role), QList<FieldError>());
    if (value.approvalTemplate) {
        ApprovalTemplateDraft approval = *value.approvalTemplate;
        approval.desk = DeskId(1);
        QCOMPARE(validate(approval), QList<FieldError>());
    }
    const DeskTemplateSummary summary = summaryOf(value);
    QCOMPARE(fromJson<DeskTemplateSummary>(toJson(summary)).value(), summary);
}

QTEST_GUILESS_MAIN(TestDeskTemplates)
#include "tst_desktemplates.moc"
