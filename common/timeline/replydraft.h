// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/jsonreader.h"
#include "common/base/text.h"

namespace Deskbell {

constexpr TextRule replyMessageRule{.min = 1, .max = 20000};
constexpr int maxAttachmentsAtOnce = 50;

/// Adds a fault of `attachmentIds` when there are too many.
void checkAttachmentCount(const QList<QUuid> &ids, QList<FieldError> &faults);

constexpr int maxMentions = 50;

/// A reply or note to be written: `{message, isInternal?, isSolution?, attachmentIds?, mentions?,
/// despiteClaim?}`.
struct ReplyDraft
{
    QString message = {};
    bool isInternal = false;
    bool isSolution = false;
    QList<QUuid> attachmentIds = {}; ///< of finished uploads
    /// Whom the message addresses by "@" and their name. Who could not read it is left out.
    QList<AccountId> mentions = {};
    QString despiteClaim = {}; ///< why one answers though somebody else is doing so

    friend bool operator==(const ReplyDraft &, const ReplyDraft &) = default;
};

void read(JsonReader &reader, ReplyDraft &draft);
QJsonObject toJson(const ReplyDraft &draft);
QList<FieldError> validate(const ReplyDraft &draft);

/// A change of a reply or note; what is not given stays. The attachments given are added.
struct ReplyPatch
{
    Given<QString> message = {};
    Given<bool> isSolution = {};
    QList<QUuid> attachmentIds = {}; ///< of finished uploads

    friend bool operator==(const ReplyPatch &, const ReplyPatch &) = default;
};

void read(JsonReader &reader, ReplyPatch &patch);
QJsonObject toJson(const ReplyPatch &patch);
QList<FieldError> validate(const ReplyPatch &patch);

} // namespace Deskbell
