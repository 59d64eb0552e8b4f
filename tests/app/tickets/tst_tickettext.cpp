// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tickets/tickettext.h"
#include "common/workflows/presets.h"

#include <QTest>
#include <QTranslator>

using namespace Deskbell;
using namespace Deskbell::App;
using namespace Qt::StringLiterals;

namespace {

/// Says every word of tickets in capitals.
class Shouting final : public QTranslator
{
public:
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        return qstrcmp(context, "TicketText") == 0 ? QString::fromUtf8(text).toUpper() : QString();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestTicketText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statuses_data();
    void statuses();
    void knowsEveryPreset();
};

void TestTicketText::statuses_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one that ships") << u"on_hold"_s << u"On hold"_s << u"ON HOLD"_s;
    QTest::newRow("nobody said") << u"on_hold"_s << QString() << u"ON HOLD"_s;
    QTest::newRow("of one's own") << u"at_vendor"_s << u"Beim Hersteller"_s << u"Beim Hersteller"_s;
    QTest::newRow("a known key, another word") << u"new"_s << u"Eingang"_s << u"Eingang"_s;
    QTest::newRow("only a key") << u"at_vendor"_s << QString() << u"At vendor"_s;
}

void TestTicketText::statuses()
{
    QFETCH(QString, key);
    QFETCH(QString, label);
    Shouting shouting;
    QCoreApplication::installTranslator(&shouting);
    const QString shown = TicketText::status(key, label);
    const QString badge = TicketText::statusBadge(Ticket{.status = key, .statusLabel = label}).text;
    QCoreApplication::removeTranslator(&shouting);
    QTEST(shown, "expected");
    QCOMPARE(badge, shown);
}

/// Each status of the workflows that ship can be translated.
void TestTicketText::knowsEveryPreset()
{
    Shouting shouting;
    QCoreApplication::installTranslator(&shouting);
    for (const WorkflowDefinition &preset : workflowPresets()) {
        for (const WorkflowStatus &status : preset.statuses)
            QCOMPARE(TicketText::status(status.key, status.label), status.label.toUpper());
    }
    QCoreApplication::removeTranslator(&shouting);
}

QTEST_GUILESS_MAIN(TestTicketText)
#include "tst_tickettext.moc"
