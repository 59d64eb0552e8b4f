// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/approvals/approvalrules.h"

#include <QTest>

using namespace Deskbell;
using namespace Qt::StringLiterals;

namespace {

/// A step of places, one letter each: o open, x open and nobody there who could, a approved, r
/// rejected; a digit: approved by the person of that number; - replaced by somebody.
ApprovalProcessStep step(ApprovalMode mode, QLatin1StringView places, int count = 0)
{
    ApprovalProcessStep step{.mode = mode, .state = ApprovalState::Pending};
    if (count > 0)
        step.count = count;
    for (qsizetype i = 0; i < places.size(); ++i) {
        const char letter = places[i].toLatin1();
        Approver approver{.person = {.id = AccountId(i + 1)}, .available = letter != 'x'};
        if (letter == 'a' || letter == 'r' || QChar::isDigit(char16_t(letter))) {
            approver.decision
                    = letter == 'r' ? ApprovalDecision::Reject : ApprovalDecision::Approve;
            const qint64 by = QChar::isDigit(char16_t(letter)) ? letter - '0' : i + 1;
            approver.decidedBy = PersonRef{.id = AccountId(by)};
        }
        if (letter == '-')
            approver.replacedAt = QDateTime::fromSecsSinceEpoch(1, Qt::UTC);
        step.approvers.append(approver);
    }
    return step;
}

QList<qint64> values(const QList<AccountId> &ids)
{
    QList<qint64> list;
    for (const AccountId id : ids)
        list.append(id.value());
    return list;
}

} // namespace

Q_DECLARE_METATYPE(Deskbell::ApprovalMode)
Q_DECLARE_METATYPE(Deskbell::ApprovalVerdict)

/// What follows from places and decisions, without a server.
class ApprovalRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
    void processes();
    void places_data();
    void places();
};

void ApprovalRulesTest::steps_data()
{
    QTest::addColumn<ApprovalMode>("mode");
    QTest::addColumn<QLatin1StringView>("letters");
    QTest::addColumn<int>("count");
    QTest::addColumn<ApprovalVerdict>("verdict");
    const auto row = [](const char *name, ApprovalMode mode, QLatin1StringView letters, int count,
                        ApprovalVerdict verdict) {
        QTest::newRow(name) << mode << letters << count << verdict;
    };
    using enum ApprovalMode;
    const ApprovalVerdict pending{};
    const ApprovalVerdict approved{.state = ApprovalState::Approved};
    const ApprovalVerdict rejected{.state = ApprovalState::Rejected};
    const ApprovalVerdict nobody{.stuck = ApprovalStuck::NoApprovers};
    const ApprovalVerdict unavailable{.stuck = ApprovalStuck::ApproverUnavailable};
    const ApprovalVerdict tooFew{.stuck = ApprovalStuck::TooFewApprovers};

    row("all: nobody yet", All, "oo"_L1, 0, pending);
    row("all: one of two", All, "ao"_L1, 0, pending);
    row("all: both", All, "aa"_L1, 0, approved);
    row("all: one rejects", All, "aro"_L1, 0, rejected);
    row("all: one for both", All, "11"_L1, 0, approved);
    row("all: somebody is gone", All, "axo"_L1, 0, unavailable);
    row("all: who is gone had decided", All, "ao"_L1, 0, pending);
    row("all: who is gone was replaced", All, "a-a"_L1, 0, approved);
    row("all: nobody was found", All, ""_L1, 0, nobody);
    row("all: only replaced ones", All, "-"_L1, 0, nobody);
    row("any: nobody yet", Any, "oxx"_L1, 0, pending);
    row("any: one", Any, "oao"_L1, 0, approved);
    row("any: one rejects", Any, "oro"_L1, 0, rejected);
    row("any: all are gone", Any, "xx"_L1, 0, tooFew);
    row("any: nobody was found", Any, ""_L1, 0, nobody);
    row("two of three: one", Count, "oao"_L1, 2, pending);
    row("two of three: two", Count, "aoa"_L1, 2, approved);
    row("two of three: the second left", Count, "axo"_L1, 2, pending);
    row("two of three: both left", Count, "axx"_L1, 2, tooFew);
    row("two of three: one person twice", Count, "11o"_L1, 2, pending);
    row("two of three: who spoke for another cannot speak again", Count, "2ox"_L1, 2, tooFew);
    row("two of three: one rejects", Count, "ara"_L1, 2, rejected);
    row("more than there are", Count, "oo"_L1, 3, tooFew);
}

void ApprovalRulesTest::steps()
{
    QFETCH(const ApprovalMode, mode);
    QFETCH(const QLatin1StringView, letters);
    QFETCH(const int, count);
    QFETCH(const ApprovalVerdict, verdict);
    const ApprovalVerdict found = verdictOn(step(mode, letters, count));
    QCOMPARE(found.state, verdict.state);
    QCOMPARE(found.stuck, verdict.stuck);
}

void ApprovalRulesTest::processes()
{
    ApprovalProcess process;
    process.steps = {step(ApprovalMode::All, "aa"_L1), step(ApprovalMode::Any, "o"_L1)};
    process.steps[0].state = ApprovalState::Approved;
    QCOMPARE(verdictOn(process), ApprovalVerdict{});
    QCOMPARE(process.currentStep(), 1);
    process.steps[1] = step(ApprovalMode::Any, "x"_L1);
    QCOMPARE(verdictOn(process).stuck, ApprovalStuck::TooFewApprovers);
    process.steps[1] = step(ApprovalMode::Any, "r"_L1);
    QCOMPARE(verdictOn(process).state, ApprovalState::Rejected);
    process.steps[1] = step(ApprovalMode::Any, "a"_L1);
    QCOMPARE(verdictOn(process).state, ApprovalState::Approved);
    // Approved only with its last step.
    process.steps.append(step(ApprovalMode::All, ""_L1));
    process.steps[2].state = ApprovalState::Waiting;
    QCOMPARE(verdictOn(process), ApprovalVerdict{});
    process.state = ApprovalState::Cancelled;
    QCOMPARE(verdictOn(process), ApprovalVerdict{.state = ApprovalState::Cancelled});
}

void ApprovalRulesTest::places_data()
{
    QTest::addColumn<ApprovalMode>("mode");
    QTest::addColumn<QLatin1StringView>("letters");
    QTest::addColumn<QList<qint64>>("open");
    QTest::addColumn<QList<qint64>>("taken");
    using enum ApprovalMode;
    const auto row = [](const char *name, ApprovalMode mode, QLatin1StringView letters,
                        const QList<qint64> &open, const QList<qint64> &taken) {
        QTest::newRow(name) << mode << letters << open << taken;
    };
    row("nobody's", All, "oo"_L1, {}, {});
    row("all: their own and those they stand in for", All, "ooo"_L1, {1, 2}, {1, 2});
    row("all: again, for somebody new", All, "12o"_L1, {3}, {3});
    row("count: their own before others", Count, "ooo"_L1, {1, 2}, {2});
    row("count: for one only", Count, "ooo"_L1, {1, 3}, {1});
    row("count: once only", Count, "2oo"_L1, {2, 3}, {});
}

/// By person 2.
void ApprovalRulesTest::places()
{
    QFETCH(const ApprovalMode, mode);
    QFETCH(const QLatin1StringView, letters);
    QFETCH(const QList<qint64>, open);
    QFETCH(const QList<qint64>, taken);
    QList<AccountId> places;
    for (const qint64 id : open)
        places.append(AccountId(id));
    QCOMPARE(values(placesTaken(step(mode, letters), AccountId(2), places)), taken);
}

QTEST_APPLESS_MAIN(ApprovalRulesTest)
#include "tst_approvalrules.moc"
