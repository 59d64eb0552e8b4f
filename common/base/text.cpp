// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/text.h"

#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace Deskbell {

QString cleanText(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C).trimmed();
}

qsizetype lengthInCharacters(QStringView text)
{
    qsizetype count = 0;
    for (const QChar c : text)
        count += c.isLowSurrogate() ? 0 : 1;
    return count;
}

bool hasLoneSurrogate(QStringView text)
{
    return !text.isValidUtf16();
}

namespace {

bool hasControlCharacter(QStringView text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.category() == QChar::Other_Control; });
}

} // namespace

std::optional<FieldError> textFault(const QString &field, const QString &text, const TextRule &rule)
{
    if (text.contains(QChar::Null))
        return FieldError{.field = field, .key = "contains_nul"};
    if (hasLoneSurrogate(text))
        return FieldError{.field = field, .key = "invalid"};

    const QString clean = cleanText(text);
    if (rule.form == TextForm::Name && hasControlCharacter(clean))
        return FieldError{.field = field, .key = "control_character"};

    const qsizetype length = lengthInCharacters(clean);
    if (length == 0 && rule.min > 0)
        return FieldError{.field = field, .key = "required"};
    if (length < rule.min)
        return FieldError{.field = field, .key = "too_short", .params = {{u"min"_s, rule.min}}};
    if (length > rule.max)
        return FieldError{.field = field, .key = "too_long", .params = {{u"max"_s, rule.max}}};
    return std::nullopt;
}

namespace {

constexpr qsizetype maxFileNameBytes = 255;

/// Marks that change the direction of what follows: a program must not look like a picture.
bool changesDirection(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E
           || c == 0x200F;
}

/// Names that Windows keeps for devices, whatever their extension.
bool isReservedName(QStringView base)
{
    const QString name = base.toString().toUpper();
    if (name == "CON"_L1 || name == "PRN"_L1 || name == "AUX"_L1 || name == "NUL"_L1)
        return true;
    return name.size() == 4 && (name.startsWith("COM"_L1) || name.startsWith("LPT"_L1))
           && name[3] >= u'1' && name[3] <= u'9';
}

/// The longest beginning of whole characters that has at most so many bytes.
QString cutToBytes(const QString &text, qsizetype bytes)
{
    const QByteArray utf8 = text.toUtf8();
    if (utf8.size() <= bytes)
        return text;
    qsizetype end = bytes;
    while (end > 0 && (uchar(utf8[end]) & 0xC0) == 0x80) // in the middle of a character
        --end;
    return QString::fromUtf8(utf8.first(end));
}

} // namespace

QString cleanFileName(const QString &name)
{
    constexpr QStringView forbidden = u"<>:\"|?*";
    const QString last = name.mid(std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1);

    QString kept;
    for (const char32_t c : last.toUcs4()) {
        if (changesDirection(c) || QChar::category(c) == QChar::Other_Control)
            continue;
        if (c < 0x80 && forbidden.contains(QChar(ushort(c))))
            kept += u'_';
        else
            kept += QString::fromUcs4(&c, 1);
    }
    kept = cleanText(kept);
    while (kept.startsWith(u'.') || kept.startsWith(u' '))
        kept.remove(0, 1);
    while (kept.endsWith(u'.') || kept.endsWith(u' '))
        kept.chop(1);
    if (kept.isEmpty())
        return u"file"_s;

    if (isReservedName(
                QStringView(kept).left(kept.indexOf(u'.') < 0 ? kept.size() : kept.indexOf(u'.'))))
        kept.prepend(u'_');

    if (kept.toUtf8().size() > maxFileNameBytes) {
        const qsizetype dot = kept.lastIndexOf(u'.');
        const QString extension = dot > 0 && kept.size() - dot <= 16 ? kept.mid(dot) : QString();
        kept.chop(extension.size());
        kept = cutToBytes(kept, maxFileNameBytes - extension.toUtf8().size()) + extension;
    }
    return kept;
}

} // namespace Deskbell
