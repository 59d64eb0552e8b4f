// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/errortext.h"

#include <QCoreApplication>
#include <QJsonValue>
#include <QLocale>

#include <algorithm>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

namespace {

/// Texts as they stand in the tables, found by lupdate, translated when asked.
struct Sentence
{
    const char *key;
    const char *reason;
    const char *advice;
    bool retryHelps;
};

constexpr char textContext[] = "ErrorText";

QString translated(const char *text)
{
    return text && *text ? QCoreApplication::translate(textContext, text) : QString();
}

constexpr Sentence byKey[] = {
        // The way to the server
        {"network.refused", QT_TRANSLATE_NOOP("ErrorText", "%server% refuses the connection."),
         QT_TRANSLATE_NOOP("ErrorText",
                           "Check address and port, and whether the server is running."),
         true},
        {"network.host_not_found",
         QT_TRANSLATE_NOOP("ErrorText", "No computer of the name %server% was found."),
         QT_TRANSLATE_NOOP("ErrorText", "Check the address and your network connection."), true},
        {"network.timeout", QT_TRANSLATE_NOOP("ErrorText", "%server% did not answer in time."),
         QT_TRANSLATE_NOOP("ErrorText", "Check your network connection and try again."), true},
        {"network.closed", QT_TRANSLATE_NOOP("ErrorText", "%server% closed the connection."),
         QT_TRANSLATE_NOOP("ErrorText", "Try again in a moment."), true},
        {"network.proxy",
         QT_TRANSLATE_NOOP("ErrorText", "The proxy on the way to %server% refused."),
         QT_TRANSLATE_NOOP("ErrorText", "Check the proxy settings of this computer."), true},
        {"network.failed", QT_TRANSLATE_NOOP("ErrorText", "%server% could not be reached."),
         QT_TRANSLATE_NOOP("ErrorText", "Check your network connection and try again."), true},
        {"tls.untrusted",
         QT_TRANSLATE_NOOP("ErrorText", "The certificate of %server% cannot be checked."),
         QT_TRANSLATE_NOOP("ErrorText",
                           "Compare its fingerprint with the one your administrator gave you."),
         false},
        {"tls.changed",
         QT_TRANSLATE_NOOP("ErrorText", "%server% shows another certificate than before."),
         QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "Somebody may be listening in. Ask your administrator before you go on."),
         false},
        {"tls.failed",
         QT_TRANSLATE_NOOP("ErrorText", "No secure connection to %server% was possible."),
         QT_TRANSLATE_NOOP("ErrorText",
                           "Perhaps the server speaks http:// only; ask your administrator."),
         false},
        {"server.address_invalid",
         QT_TRANSLATE_NOOP("ErrorText", "This is not the address of a server."),
         QT_TRANSLATE_NOOP("ErrorText", "Enter a name such as desk.example.com."), false},
        {"server.not_deskbell",
         QT_TRANSLATE_NOOP("ErrorText",
                           "Something answers at %server%, but it is not a Deskbell server."),
         QT_TRANSLATE_NOOP("ErrorText", "Check address and port."), false},
        {"server.too_old",
         QT_TRANSLATE_NOOP("ErrorText",
                           "The server (version %version%) is too old for this program."),
         QT_TRANSLATE_NOOP("ErrorText", "Ask your administrator to update the server."), false},
        {"server.too_new",
         QT_TRANSLATE_NOOP("ErrorText",
                           "The server (version %version%) is too new for this program."),
         QT_TRANSLATE_NOOP("ErrorText", "Update Deskbell on this computer."), false},
        {"answer.unreadable",
         QT_TRANSLATE_NOOP("ErrorText", "The server's answer could not be read."),
         QT_TRANSLATE_NOOP("ErrorText", "Try again in a moment."), true},
        // What cannot be taken back, or not be put together
        {"ticket.changed_since", QT_TRANSLATE_NOOP("ErrorText", "The ticket was changed since."),
         QT_TRANSLATE_NOOP("ErrorText", "Look at it, and change what is wrong by hand."), false},
        {"ticket.undo_over", QT_TRANSLATE_NOOP("ErrorText", "It was too long ago to be undone."),
         QT_TRANSLATE_NOOP("ErrorText", "Change what is wrong by hand."), false},
        {"ticket.undo_has_consequences",
         QT_TRANSLATE_NOOP("ErrorText", "A step or an approval has begun or ended because of it."),
         QT_TRANSLATE_NOOP("ErrorText", "Take the next step of the workflow from here."), false},
        {"merge.requesters_differ",
         QT_TRANSLATE_NOOP("ErrorText", "Different people asked for them, and each would read what "
                                        "the other one wrote."),
         QT_TRANSLATE_NOOP("ErrorText", "Link the tickets instead."), false},
        {"merge.audiences_differ",
         QT_TRANSLATE_NOOP("ErrorText", "One of them is restricted, and others may see it than the "
                                        "other one."),
         QT_TRANSLATE_NOOP("ErrorText", "Let the same people see both, or link the tickets."),
         false},
        {"merge.approval_running",
         QT_TRANSLATE_NOOP("ErrorText", "An approval of the ticket is under way."),
         QT_TRANSLATE_NOOP("ErrorText", "Wait for it to end, or call it off."), false},
        {"merge.already_merged",
         QT_TRANSLATE_NOOP("ErrorText", "One of the tickets was merged already."),
         QT_TRANSLATE_NOOP("ErrorText", "Go on with the ticket that it was merged into."), false},
        {"merge.not_merged", QT_TRANSLATE_NOOP("ErrorText", "The ticket is not merged any more."),
         "", false},
        {"split.not_split", QT_TRANSLATE_NOOP("ErrorText", "The ticket is not split off any more."),
         "", false},
        {"bulk.over", QT_TRANSLATE_NOOP("ErrorText", "The operation is over already."), "", false},
        {"bulk.not_rehearsed", QT_TRANSLATE_NOOP("ErrorText", "The operation has begun already."),
         "", false},
        {"bulk.not_done",
         QT_TRANSLATE_NOOP("ErrorText", "There is nothing of the operation to be undone."), "",
         false},
        // Signing in
        {"auth.invalid_grant",
         QT_TRANSLATE_NOOP("ErrorText", "User name or password is not right."),
         QT_TRANSLATE_NOOP("ErrorText", "Mind capital letters and the keyboard layout."), false},
        {"account.blocked", QT_TRANSLATE_NOOP("ErrorText", "This account is blocked."),
         QT_TRANSLATE_NOOP("ErrorText", "Ask your administrator."), false},
        {"account.pending",
         QT_TRANSLATE_NOOP("ErrorText", "This account has not been approved yet."),
         QT_TRANSLATE_NOOP("ErrorText", "Ask your administrator."), false},
        {"account.deactivated",
         QT_TRANSLATE_NOOP("ErrorText", "This account is not in use any more."),
         QT_TRANSLATE_NOOP("ErrorText", "Ask your administrator."), false},
        {"account.last_administrator",
         QT_TRANSLATE_NOOP("ErrorText", "This is the last administrator, and there must be one."),
         QT_TRANSLATE_NOOP("ErrorText", "Make somebody else an administrator first."), false},
        {"access.not_delegable",
         QT_TRANSLATE_NOOP("ErrorText", "Nobody can give a right that they do not hold."), "",
         false},
        {"role.built_in", QT_TRANSLATE_NOOP("ErrorText", "Built-in roles cannot be changed."), "",
         false},
        {"role.in_use", QT_TRANSLATE_NOOP("ErrorText", "Somebody still holds this role."),
         QT_TRANSLATE_NOOP("ErrorText", "Take it from everybody first."), false},
        {"role.name_taken", QT_TRANSLATE_NOOP("ErrorText", "There is a role of this name already."),
         QT_TRANSLATE_NOOP("ErrorText", "Choose another one."), false},
        {"auth.throttled",
         QT_TRANSLATE_NOOP("ErrorText", "There were too many failed attempts to sign in."),
         QT_TRANSLATE_NOOP("ErrorText", "Wait a moment before you try again."), true},
        {"auth.signed_out", QT_TRANSLATE_NOOP("ErrorText", "You are not signed in."),
         QT_TRANSLATE_NOOP("ErrorText", "Sign in and try again."), false},
        {"auth.token_invalid", QT_TRANSLATE_NOOP("ErrorText", "Your session has ended."),
         QT_TRANSLATE_NOOP("ErrorText", "Sign in again."), false},
        {"session.none_kept",
         QT_TRANSLATE_NOOP("ErrorText", "No session is remembered on this computer."),
         QT_TRANSLATE_NOOP("ErrorText", "Sign in with your password."), false},
        {"keychain.unavailable",
         QT_TRANSLATE_NOOP("ErrorText", "This computer has no keychain that is open."),
         QT_TRANSLATE_NOOP("ErrorText", "You stay signed in until you close Deskbell; then it asks "
                                        "for the password again."),
         false},
        {"keychain.denied", QT_TRANSLATE_NOOP("ErrorText", "The keychain refused access."),
         QT_TRANSLATE_NOOP("ErrorText", "You stay signed in until you close Deskbell; then it asks "
                                        "for the password again."),
         false},
        {"username.taken", QT_TRANSLATE_NOOP("ErrorText", "This user name is taken."),
         QT_TRANSLATE_NOOP("ErrorText", "Choose another one."), false},
        {"email.taken",
         QT_TRANSLATE_NOOP("ErrorText", "There is an account with this e-mail address already."),
         QT_TRANSLATE_NOOP("ErrorText", "Sign in with it, or use another address."), false},
        // Working
        {"ticket.claimed",
         QT_TRANSLATE_NOOP("ErrorText", "%displayName% is answering this ticket."),
         QT_TRANSLATE_NOOP("ErrorText", "Wait a moment, or say why you answer all the same."),
         false},
        {"step.no_escalation",
         QT_TRANSLATE_NOOP("ErrorText", "The ticket is in no step that can be escalated."),
         QT_TRANSLATE_NOOP("ErrorText", "Transfer it instead."), false},
        {"step.already_escalated",
         QT_TRANSLATE_NOOP("ErrorText", "The ticket was escalated to this role before."),
         QT_TRANSLATE_NOOP("ErrorText", "Transfer it instead."), false},
        {"desk.key_taken",
         QT_TRANSLATE_NOOP("ErrorText", "There is, or was, a desk with this key."),
         QT_TRANSLATE_NOOP("ErrorText", "Give it another key."), false},
        {"desk.in_use", QT_TRANSLATE_NOOP("ErrorText", "The desk has tickets."),
         QT_TRANSLATE_NOOP("ErrorText", "A desk with tickets cannot be deleted."), false},
        {"view.too_many", QT_TRANSLATE_NOOP("ErrorText", "You have as many views as one can have."),
         QT_TRANSLATE_NOOP("ErrorText", "Remove one that you need no more."), false},
        {"canned_reply.too_many",
         QT_TRANSLATE_NOOP("ErrorText", "You have as many canned replies as one can have."),
         QT_TRANSLATE_NOOP("ErrorText", "Delete one that you do not use."), false},
        {"canned_reply.name_taken",
         QT_TRANSLATE_NOOP("ErrorText", "There is a canned reply of this name already."),
         QT_TRANSLATE_NOOP("ErrorText", "Choose another name."), false},
        {"checklist.full",
         QT_TRANSLATE_NOOP("ErrorText", "The checklist is as long as one can be."),
         QT_TRANSLATE_NOOP("ErrorText", "Remove what is done."), false},
        {"time_entries.full",
         QT_TRANSLATE_NOOP("ErrorText", "The ticket has as many times as one can have."),
         QT_TRANSLATE_NOOP("ErrorText", "Put some of them together."), false},
        {"ticket_template.name_taken",
         QT_TRANSLATE_NOOP("ErrorText", "The desk has a ticket template of this name already.")},
        {"draft.not_kept",
         QT_TRANSLATE_NOOP("ErrorText", "What you have typed could not be kept as a draft on this "
                                        "computer. Do not close the window before it is sent.")},
        {"outbox.too_long_ago",
         QT_TRANSLATE_NOOP("ErrorText",
                           "It may have arrived when it was sent, more than a day ago."),
         QT_TRANSLATE_NOOP("ErrorText", "See in the ticket whether it is there."), false},
        {"category.name_taken",
         QT_TRANSLATE_NOOP("ErrorText", "The desk has a category of this name already."),
         QT_TRANSLATE_NOOP("ErrorText", "Choose another one."), false},
        {"team.name_taken",
         QT_TRANSLATE_NOOP("ErrorText", "The desk has a team of this name already."),
         QT_TRANSLATE_NOOP("ErrorText", "Choose another one."), false},
        {"team.in_use", QT_TRANSLATE_NOOP("ErrorText", "The team has open tickets."),
         QT_TRANSLATE_NOOP("ErrorText", "Give them to somebody else first."), false},
        {"tag.name_taken", QT_TRANSLATE_NOOP("ErrorText", "There is a tag of this name already."),
         QT_TRANSLATE_NOOP("ErrorText", "Choose another one."), false},
        {"organisation.name_taken",
         QT_TRANSLATE_NOOP("ErrorText", "There is an organisation of this name already."),
         QT_TRANSLATE_NOOP("ErrorText", "Choose another one."), false},
        {"workflow.key_taken",
         QT_TRANSLATE_NOOP("ErrorText", "There is a workflow with this key already."),
         QT_TRANSLATE_NOOP("ErrorText", "Give it another key."), false},
        {"workflow.in_use", QT_TRANSLATE_NOOP("ErrorText", "A desk uses this workflow."),
         QT_TRANSLATE_NOOP("ErrorText", "Give the desk another one first."), false},
        {"workflow.built_in",
         QT_TRANSLATE_NOOP("ErrorText", "Workflows that ship can be changed, not removed."),
         nullptr},
        {"workflow.transition_not_allowed",
         QT_TRANSLATE_NOOP("ErrorText",
                           "The ticket cannot go to this status from where it is now."),
         QT_TRANSLATE_NOOP("ErrorText", "Choose one of the statuses offered now."), false},
        // Approvals
        {"approval.not_pending",
         QT_TRANSLATE_NOOP("ErrorText", "Nothing is to be approved here any more."), "", false},
        {"approval.not_approver",
         QT_TRANSLATE_NOOP("ErrorText", "You are not asked for this decision, or have made it."),
         "", false},
        {"approval.template_missing",
         QT_TRANSLATE_NOOP("ErrorText",
                           "The workflow asks for an approval that the desk does not know."),
         QT_TRANSLATE_NOOP("ErrorText", "Tell your administrator."), false},
        {"approval_template.name_taken",
         QT_TRANSLATE_NOOP("ErrorText", "The desk has an approval template of this name already."),
         QT_TRANSLATE_NOOP("ErrorText", "Choose another one."), false},
        {"approval_template.key_taken",
         QT_TRANSLATE_NOOP("ErrorText", "The desk has had an approval template of this key."),
         QT_TRANSLATE_NOOP("ErrorText", "Choose another one."), false},
        {"calendar.name_taken",
         QT_TRANSLATE_NOOP("ErrorText", "The desk has a calendar of this name already."), "",
         false},
        {"calendar.in_use",
         QT_TRANSLATE_NOOP("ErrorText", "A service level goes by this calendar."),
         QT_TRANSLATE_NOOP("ErrorText", "Give the service level another calendar first."), false},
        {"sla_policy.name_taken",
         QT_TRANSLATE_NOOP("ErrorText", "The desk has a service level of this name already."), "",
         false},
        {"sla_policy.scope_taken",
         QT_TRANSLATE_NOOP("ErrorText",
                           "The desk has a service level for this category and priority already."),
         "", false},
        {"approval_template.in_use",
         QT_TRANSLATE_NOOP("ErrorText", "Requests would lose their approval without it."),
         QT_TRANSLATE_NOOP("ErrorText",
                           "Take it from the desk, its categories and open tickets first."),
         false},
        {"proxy.overlaps",
         QT_TRANSLATE_NOOP("ErrorText",
                           "This person stands in for you during a part of that time already."),
         "", false},
        {"grant.exists", QT_TRANSLATE_NOOP("ErrorText", "They may see the ticket already."), "",
         false},
        {"access_request.decided",
         QT_TRANSLATE_NOOP("ErrorText", "Somebody has decided on this request already."), "",
         false},
        {"idempotency.key_reused",
         QT_TRANSLATE_NOOP("ErrorText", "The same change was sent before with other content."),
         QT_TRANSLATE_NOOP("ErrorText", "Look whether it is there already, then try again."),
         false},
        {"upload.too_large",
         QT_TRANSLATE_NOOP("ErrorText", "The file is larger than the server accepts."), "", false},
        {"upload.type_refused",
         QT_TRANSLATE_NOOP("ErrorText", "The server does not accept files of this type."), "",
         false},
        {"upload.expired", QT_TRANSLATE_NOOP("ErrorText", "The upload has expired."),
         QT_TRANSLATE_NOOP("ErrorText", "Attach the file again."), false},
        {"storage.full", QT_TRANSLATE_NOOP("ErrorText", "The server has no space left."),
         QT_TRANSLATE_NOOP("ErrorText", "Tell your administrator."), true},
        {"file.unreadable", QT_TRANSLATE_NOOP("ErrorText", "The file %file% could not be read."),
         QT_TRANSLATE_NOOP("ErrorText", "Check whether it is still there and you may read it."),
         true},
        {"file.changed",
         QT_TRANSLATE_NOOP("ErrorText", "The file %file% changed while it was sent."),
         QT_TRANSLATE_NOOP("ErrorText", "Attach it again."), false},
        {"file.unwritable", QT_TRANSLATE_NOOP("ErrorText", "The file %file% could not be written."),
         QT_TRANSLATE_NOOP("ErrorText", "Check the free space and whether you may write there."),
         true},
};

struct CodeSentence
{
    ErrorCode code;
    const char *reason;
    const char *advice;
    bool retryHelps;
};

constexpr CodeSentence byCode[] = {
        {ErrorCode::Malformed,
         QT_TRANSLATE_NOOP("ErrorText", "The server did not understand the request."),
         QT_TRANSLATE_NOOP("ErrorText", "Perhaps Deskbell needs an update on this computer."),
         false},
        {ErrorCode::Unauthenticated, QT_TRANSLATE_NOOP("ErrorText", "Your session has ended."),
         QT_TRANSLATE_NOOP("ErrorText", "Sign in again."), false},
        {ErrorCode::Forbidden,
         QT_TRANSLATE_NOOP("ErrorText", "You do not have the right to do this."),
         QT_TRANSLATE_NOOP("ErrorText", "Ask your administrator if you need it."), false},
        {ErrorCode::NotFound,
         QT_TRANSLATE_NOOP("ErrorText", "It is not there any more, or you may not see it."), "",
         false},
        {ErrorCode::MethodNotAllowed,
         QT_TRANSLATE_NOOP("ErrorText", "The server does not offer this."),
         QT_TRANSLATE_NOOP("ErrorText", "Perhaps Deskbell needs an update on this computer."),
         false},
        {ErrorCode::Conflict,
         QT_TRANSLATE_NOOP("ErrorText", "This is not possible in the present state."),
         QT_TRANSLATE_NOOP("ErrorText", "Look at the current state, then decide anew."), false},
        {ErrorCode::Gone, QT_TRANSLATE_NOOP("ErrorText", "It has expired."), "", false},
        {ErrorCode::VersionMismatch,
         QT_TRANSLATE_NOOP("ErrorText", "Somebody else changed it in the meantime."),
         QT_TRANSLATE_NOOP("ErrorText", "Look at the current state, then decide anew."), false},
        {ErrorCode::TooLarge,
         QT_TRANSLATE_NOOP("ErrorText", "It is larger than the server accepts."), "", false},
        {ErrorCode::UnsupportedMedia,
         QT_TRANSLATE_NOOP("ErrorText", "The server does not accept files of this type."), "",
         false},
        {ErrorCode::RangeNotSatisfiable,
         QT_TRANSLATE_NOOP("ErrorText", "The file on the server is shorter than expected."), "",
         true},
        {ErrorCode::Invalid, QT_TRANSLATE_NOOP("ErrorText", "Something in the input is not right."),
         QT_TRANSLATE_NOOP("ErrorText", "Correct the marked fields."), false},
        {ErrorCode::Locked, QT_TRANSLATE_NOOP("ErrorText", "Somebody else is working on it."),
         QT_TRANSLATE_NOOP("ErrorText", "Try again in a moment."), true},
        {ErrorCode::TooManyRequests,
         QT_TRANSLATE_NOOP("ErrorText", "There were too many attempts."),
         QT_TRANSLATE_NOOP("ErrorText", "Wait a moment before you try again."), true},
        {ErrorCode::Internal, QT_TRANSLATE_NOOP("ErrorText", "The server made a mistake."),
         QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "Try again. If it stays so, tell your administrator the number %requestId%."),
         true},
        {ErrorCode::Unavailable,
         QT_TRANSLATE_NOOP("ErrorText", "The server is busy at the moment."),
         QT_TRANSLATE_NOOP("ErrorText", "Try again in a moment."), true},
        {ErrorCode::Timeout, QT_TRANSLATE_NOOP("ErrorText", "The answer did not come in time."),
         QT_TRANSLATE_NOOP("ErrorText", "Check your network connection and try again."), true},
        {ErrorCode::Network, QT_TRANSLATE_NOOP("ErrorText", "The server could not be reached."),
         QT_TRANSLATE_NOOP("ErrorText", "Check your network connection and try again."), true},
        {ErrorCode::Cancelled, QT_TRANSLATE_NOOP("ErrorText", "It was cancelled."), "", true},
};

struct FieldSentence
{
    const char *key;
    const char *text;
};

constexpr FieldSentence byFieldKey[] = {
        {"required", QT_TRANSLATE_NOOP("ErrorText", "This is needed.")},
        {"too_short", QT_TRANSLATE_NOOP("ErrorText", "At least %min% characters are needed.")},
        {"too_long", QT_TRANSLATE_NOOP("ErrorText", "At most %max% characters are possible.")},
        {"unknown_variable", QT_TRANSLATE_NOOP("ErrorText", "There is no variable “%variable%”.")},
        {"too_many", QT_TRANSLATE_NOOP("ErrorText", "At most %max% are possible.")},
        {"out_of_range",
         QT_TRANSLATE_NOOP("ErrorText", "The number must be between %min% and %max%.")},
        {"unknown_value",
         QT_TRANSLATE_NOOP("ErrorText", "This value is not among the possible ones.")},
        {"unknown_field", QT_TRANSLATE_NOOP("ErrorText", "The server does not know this field.")},
        {"wrong_type", QT_TRANSLATE_NOOP("ErrorText", "This kind of value does not fit here.")},
        {"invalid", QT_TRANSLATE_NOOP("ErrorText", "This cannot be accepted.")},
        {"needs_app",
         QT_TRANSLATE_NOOP("ErrorText", "What is shown on the desktop is in the list, too.")},
        {"not_unique", QT_TRANSLATE_NOOP("ErrorText", "This is in use already.")},
        {"taken", QT_TRANSLATE_NOOP("ErrorText", "This is in use already.")},
        {"unknown", QT_TRANSLATE_NOOP("ErrorText", "This does not exist.")},
        {"overlapping", QT_TRANSLATE_NOOP("ErrorText", "Some of these hours overlap.")},
        {"ends_before_it_begins",
         QT_TRANSLATE_NOOP("ErrorText", "The end must come after the start.")},
        {"self", QT_TRANSLATE_NOOP("ErrorText", "This cannot be you.")},
        {"past", QT_TRANSLATE_NOOP("ErrorText", "This time is over.")},
        {"not_after_start", QT_TRANSLATE_NOOP("ErrorText", "The end must come after the start.")},
        {"not_able", QT_TRANSLATE_NOOP("ErrorText", "This person may not approve on this desk.")},
        {"self_approval",
         QT_TRANSLATE_NOOP("ErrorText", "Nobody approves what they have asked for.")},
        {"not_found", QT_TRANSLATE_NOOP("ErrorText", "This does not exist.")},
        {"contains_nul",
         QT_TRANSLATE_NOOP("ErrorText", "This contains a character that cannot be stored.")},
        {"control_character",
         QT_TRANSLATE_NOOP("ErrorText", "This contains a character that cannot be stored.")},
        {"needs_upper", QT_TRANSLATE_NOOP("ErrorText", "At least one capital letter is needed.")},
        {"needs_lower", QT_TRANSLATE_NOOP("ErrorText", "At least one small letter is needed.")},
        {"needs_digit", QT_TRANSLATE_NOOP("ErrorText", "At least one digit is needed.")},
        {"unchangeable", QT_TRANSLATE_NOOP("ErrorText", "This stays as it was made.")},
        // Of searches.
        {"query_unknown_field",
         QT_TRANSLATE_NOOP(
                 "ErrorText",
                 "There is no field “%value%”. Put the words in quotes to look for them.")},
        {"query_value_missing", QT_TRANSLATE_NOOP("ErrorText", "Say what “%value%:” shall be.")},
        {"query_unknown_value",
         QT_TRANSLATE_NOOP("ErrorText", "“%value%” is not among the possible values.")},
        {"query_bad_time",
         QT_TRANSLATE_NOOP("ErrorText",
                           "“%value%” is no time. Write 2026-11-27, 2026-11, >2026-11-01, today or "
                           "7d.")},
        {"query_bad_age",
         QT_TRANSLATE_NOOP("ErrorText", "“%value%” is no age. Write 12h, 3d, 2w, 6m or 1y.")},
        {"query_bad_number",
         QT_TRANSLATE_NOOP("ErrorText", "“%value%” is no ticket number. Write HD-1042 or 1042.")},
        {"query_unclosed_quote", QT_TRANSLATE_NOOP("ErrorText", "The closing quote is missing.")},
        {"query_too_long", QT_TRANSLATE_NOOP("ErrorText", "That is too much to look for at once.")},
        // Of workflows.
        {"no_initial_status", QT_TRANSLATE_NOOP("ErrorText", "There is no status to start in.")},
        {"several_initial_statuses",
         QT_TRANSLATE_NOOP("ErrorText", "There is more than one status to start in.")},
        {"unreachable_status", QT_TRANSLATE_NOOP("ErrorText", "No way leads here from the start.")},
        {"dead_end", QT_TRANSLATE_NOOP("ErrorText", "No way leads from here to an end.")},
        {"same_ticket", QT_TRANSLATE_NOOP("ErrorText", "This is the same ticket.")},
        {"linked", QT_TRANSLATE_NOOP("ErrorText", "These tickets are linked already.")},
        {"has_parent", QT_TRANSLATE_NOOP("ErrorText", "It is a part of another ticket already.")},
        {"would_circle",
         QT_TRANSLATE_NOOP("ErrorText", "The other one is a part of this ticket already.")},
        {"self_transition", QT_TRANSLATE_NOOP("ErrorText", "It leads to where it begins.")},
        {"unknown_status", QT_TRANSLATE_NOOP("ErrorText", "The workflow has no status %status%.")},
        {"unknown_role", QT_TRANSLATE_NOOP("ErrorText", "There is no role %role%.")},
        {"stranded", QT_TRANSLATE_NOOP("ErrorText", "%tickets% tickets would be stranded.")},
};

/// Puts parameters in the place of %name%. One that is missing becomes nothing, and the words
/// around it stay readable because each sentence is written for that.
QString filled(QString text, const QJsonObject &params)
{
    qsizetype from = 0;
    while ((from = text.indexOf(u'%', from)) >= 0) {
        const qsizetype to = text.indexOf(u'%', from + 1);
        if (to < 0)
            break;
        const QJsonValue value = params[text.sliced(from + 1, to - from - 1)];
        const QString shown
                = value.isDouble() ? QLocale().toString(value.toInteger()) : value.toString();
        text.replace(from, to - from + 1, shown);
        from += shown.size();
    }
    return text.simplified();
}

template <class Row, class Matches>
const Row *find(const Row *begin, const Row *end, Matches matches)
{
    const Row *found = std::find_if(begin, end, matches);
    return found == end ? nullptr : found;
}

} // namespace

ErrorText describe(const Error &error)
{
    const auto *keyed = find(std::begin(byKey), std::end(byKey),
                             [&](const Sentence &row) { return error.key == row.key; });
    const auto *coded = find(std::begin(byCode), std::end(byCode),
                             [&](const CodeSentence &row) { return error.code == row.code; });
    Q_ASSERT(coded);
    ErrorText text{.reason = translated(keyed ? keyed->reason : coded->reason),
                   .advice = translated(keyed ? keyed->advice : coded->advice),
                   .retryHelps = keyed ? keyed->retryHelps : coded->retryHelps};
    text.reason = filled(text.reason, error.params);
    text.advice = filled(text.advice, error.params);
    if (const int seconds = error.params[u"retryAfter"].toInt(); seconds > 0) {
        text.advice = QCoreApplication::translate("ErrorText", "Try again in %n second(s).",
                                                  nullptr, seconds);
    }
    return text;
}

QString describe(const FieldError &error)
{
    if (error.key == "invalid" && error.field == "email"_L1)
        return QCoreApplication::translate("ErrorText", "An address looks like name@example.com.");
    const auto *row = find(std::begin(byFieldKey), std::end(byFieldKey),
                           [&](const FieldSentence &one) { return error.key == one.key; });
    return filled(translated(row ? row->text : "This cannot be accepted."), error.params);
}

QString sentence(const Error &error)
{
    const ErrorText text = describe(error);
    return text.advice.isEmpty() ? text.reason : text.reason + u' ' + text.advice;
}

} // namespace Deskbell::App
