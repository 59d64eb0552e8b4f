// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/attachments/attachmentlimits.h"
#include "common/attachments/uploadmetadata.h"

#include <QTest>

using namespace Deskbell;
using namespace Qt::StringLiterals;

class UploadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metadata_data();
    void metadata();
    void malformed_data();
    void malformed();
    void roundTrip();
    void limits_data();
    void limits();
};

void UploadsTest::metadata_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::newRow("nothing") << ""_ba << QString() << QString();
    QTest::newRow("both") << "filename YS50eHQ=,filetype dGV4dC9wbGFpbg=="_ba << u"a.txt"_s
                          << u"text/plain"_s;
    QTest::newRow("spaces around") << " filename YS50eHQ= , filetype dGV4dC9wbGFpbg== "_ba
                                   << u"a.txt"_s << u"text/plain"_s;
    QTest::newRow("unknown keys") << "relativePath bnVsbA==,filename YS50eHQ=,is_confidential"_ba
                                  << u"a.txt"_s << QString();
    QTest::newRow("empty value") << "filename "_ba << QString() << QString();
    QTest::newRow("UTF-8") << "filename w7xiZXIudHh0"_ba << u"über.txt"_s << QString();
    QTest::newRow("a path stays as it is")
            << "filename Li4vLi4vZXRjL3Bhc3N3ZA=="_ba << u"../../etc/passwd"_s << QString();
}

void UploadsTest::metadata()
{
    QFETCH(QByteArray, header);
    const auto result = uploadMetadataFromHeader(header);
    QVERIFY(result);
    QTEST(result->fileName, "name");
    QTEST(result->fileType, "type");
}

void UploadsTest::malformed_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("no Base64") << "filename a.txt!"_ba;
    QTest::newRow("not UTF-8") << "filename /w=="_ba;
    QTest::newRow("NUL inside") << "filename YQBi"_ba;
    QTest::newRow("empty pair") << "filename YS50eHQ=,,filetype dGV4dA=="_ba;
    QTest::newRow("comma at the end") << "filename YS50eHQ=,"_ba;
    QTest::newRow("twice") << "filename YS50eHQ=,filename YS50eHQ="_ba;
    QTest::newRow("two values") << "filename YS50eHQ= YS50eHQ="_ba;
}

void UploadsTest::malformed()
{
    QFETCH(QByteArray, header);
    const auto result = uploadMetadataFromHeader(header);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Malformed);
    QCOMPARE(result.error().key, "upload.metadata_malformed"_ba);
}

void UploadsTest::roundTrip()
{
    const UploadMetadata metadata{.fileName = u"a, b \"c\" 😀.txt"_s, .fileType = u"text/plain"_s};
    QCOMPARE(uploadMetadataFromHeader(toHeader(metadata)).value(), metadata);
    QCOMPARE(uploadMetadataFromHeader(toHeader({})).value(), UploadMetadata{});
}

void UploadsTest::limits_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("empty file") << qint64(0) << u"text/plain"_s << ""_ba;
    QTest::newRow("largest") << qint64(1000) << u"text/plain"_s << ""_ba;
    QTest::newRow("no type") << qint64(1) << QString() << ""_ba;
    QTest::newRow("one byte too large") << qint64(1001) << u"text/plain"_s << "upload.too_large"_ba;
    QTest::newRow("negative") << qint64(-1) << u"text/plain"_s << "validation.failed"_ba;
    QTest::newRow("refused type") << qint64(1) << u"application/x-msdownload"_s
                                  << "upload.type_refused"_ba;
    QTest::newRow("refused type in other case, with parameters")
            << qint64(1) << u"Application/X-MSDownload; v=1"_s << "upload.type_refused"_ba;
    QTest::newRow("refused family") << qint64(1) << u"video/mp4"_s << "upload.type_refused"_ba;
    QTest::newRow("another family") << qint64(1) << u"videos/mp4"_s << ""_ba;
}

void UploadsTest::limits()
{
    QFETCH(qint64, size);
    QFETCH(QString, type);
    const AttachmentLimits limits{.maxBytes = 1000,
                                  .refusedTypes = {u"application/x-msdownload"_s, u"video/*"_s}};
    const auto result = checkUpload(limits, size, type);
    QTEST(result ? QByteArray("") : result.error().key, "key");
}

QTEST_APPLESS_MAIN(UploadsTest)
#include "tst_uploads.moc"
