// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Deskbell::App {

/// The choice at a certificate that cannot be checked: shows what to compare, and asks.
class CertificateBox : public QWidget
{
    Q_OBJECT

public:
    explicit CertificateBox(QWidget *parent = nullptr);

    /// Shows the certificate of an error with key "tls.untrusted" or "tls.changed".
    void showCertificate(const Error &error);
    QString fingerprint() const { return m_fingerprint; }

Q_SIGNALS:
    void accepted(const QString &fingerprint);

private:
    QString m_fingerprint;
    QLabel *m_print;
    QLabel *m_about;
    QPushButton *m_accept;
};

} // namespace Deskbell::App
