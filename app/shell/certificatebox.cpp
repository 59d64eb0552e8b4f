// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/certificatebox.h"

#include "app/shell/theme.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QFontDatabase>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

CertificateBox::CertificateBox(QWidget *parent)
    : QWidget(parent)
    , m_print(new QLabel(this))
    , m_about(new QLabel(this))
    , m_accept(new QPushButton(this))
{
    setObjectName(u"certificateBox"_s);
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPixelSize(12);
    m_print->setObjectName(u"fingerprint"_s);
    m_print->setTextFormat(Qt::PlainText);
    m_print->setFont(mono);
    m_print->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_about->setFont(Fonts::small());
    m_about->setForegroundRole(QPalette::PlaceholderText);
    m_accept->setObjectName(u"acceptCertificate"_s);
    m_accept->setAutoDefault(false);
    connect(m_accept, &QPushButton::clicked, this, [this] { Q_EMIT accepted(m_fingerprint); });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::gap);
    column->addWidget(m_print);
    column->addWidget(m_about);
    column->addWidget(m_accept, 0, Qt::AlignLeft);
    hide();
}

void CertificateBox::showCertificate(const Error &error)
{
    m_fingerprint = error.params[u"fingerprint"].toString();
    // 32 bytes: two lines of 16.
    const qsizetype half = m_fingerprint.size() / 2;
    m_print->setText(m_fingerprint.first(half) + u'\n' + m_fingerprint.sliced(half + 1));
    m_print->setAccessibleName(tr("Fingerprint of the certificate (SHA-256)"));
    const QDateTime expires
            = QDateTime::fromString(error.params[u"expires"].toString(), Qt::ISODate);
    QStringList problems;
    const QJsonArray listed = error.params[u"problems"].toArray();
    for (const QJsonValue &problem : listed)
        problems.append(problem.toString());
    m_about->setText(
            tr("Issued to %1 by %2, valid until %3. %4")
                    .arg(error.params[u"subject"].toString(), error.params[u"issuer"].toString(),
                         QLocale().toString(expires.toLocalTime().date(), QLocale::ShortFormat),
                         problems.join(u' ')));
    m_accept->setText(tr("Trust this certificate for %1").arg(error.params[u"server"].toString()));
    show();
}

} // namespace Deskbell::App
