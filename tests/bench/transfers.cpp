// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/transfers.h"

#include "tests/bench/clients.h"
#include "tests/bench/interrupt.h"
#include "tests/support/server/rawhttp.h"

#include <QElapsedTimer>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Deskbell::Bench {

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 fileSize = 1024 * mebibyte;
constexpr qint64 pieceSize = mebibyte;
constexpr double growthLimit = 16; // MB

/// Watches the memory of a transfer, which asks after each piece.
class Growth
{
public:
    explicit Growth(const TestBed &bed)
        : m_bed(bed)
        , m_before(bed.memory())
    {
        m_clock.start();
    }
    void look() { m_most = std::max(m_most, m_bed.memory() - m_before); }
    Row row(const QString &name) const
    {
        const double seconds = double(m_clock.elapsed()) / 1000;
        return {.measure = name,
                .ours = u"%1 MB more, %2 MB/s"_s.arg(m_most, 0, 'f', 1)
                                .arg(double(fileSize / mebibyte) / seconds, 0, 'f', 0),
                .budget = u"<= %1 MB"_s.arg(growthLimit),
                .verdict = verdictOf(m_most <= growthLimit)};
    }

private:
    const TestBed &m_bed;
    double m_before;
    double m_most = 0;
    QElapsedTimer m_clock;
};

/// A request with headers of its own in place of a JSON body.
QByteArray withHeaders(QByteArray request, const QByteArrayList &headers)
{
    request.chop(2);
    return request + headers.join("\r\n") + "\r\n\r\n";
}

/// The path of a new upload; empty when there is none.
QByteArray createUpload(Testing::RawHttp &http, const QByteArray &token)
{
    const Testing::RawAnswer made = http.ask(withHeaders(
            makeRequest("POST", "/uploads", token),
            {"Tus-Resumable: 1.0.0"_ba, "Upload-Length: " + QByteArray::number(fileSize),
             "Upload-Metadata: filename " + "disk.img"_ba.toBase64(), "Content-Length: 0"_ba}));
    const QByteArray location = made.value("Location");
    return made.status == 201 ? location.sliced(location.indexOf("/uploads/")) : QByteArray();
}

std::optional<Row> upload(const TestBed &bed, const QString &name, QByteArray *path)
{
    const QByteArray token = bed.token(0);
    Testing::RawHttp http(bed.port());
    *path = createUpload(http, token);
    if (path->isEmpty())
        return std::nullopt;
    Growth growth(bed);
    http.send(withHeaders(makeRequest("PATCH", *path, token),
                          {"Tus-Resumable: 1.0.0"_ba, "Upload-Offset: 0"_ba,
                           "Content-Type: application/offset+octet-stream"_ba,
                           "Content-Length: " + QByteArray::number(fileSize)}));
    QByteArray piece(pieceSize, Qt::Uninitialized);
    for (qint64 sent = 0; sent < fileSize && !Interrupt::requested(); sent += pieceSize) {
        std::fill(piece.begin(), piece.end(), char(sent / pieceSize));
        if (!http.send(piece))
            return std::nullopt;
        growth.look();
    }
    if (http.read().status != 204)
        return std::nullopt;
    growth.look();
    return growth.row(name);
}

/// Attaches it to a reply; the id of the attachment.
qint64 attach(const TestBed &bed, const QByteArray &path)
{
    const QByteArray id = path.sliced(path.lastIndexOf('/') + 1);
    const auto reply
            = bed.ask(0, "POST", "/tickets/" + QByteArray::number(bed.tickets()) + "/replies",
                      R"({"message":"Here it is.","attachmentIds":[")" + id + R"("]})");
    return reply ? (*reply)["attachments"_L1][0]["id"_L1].toInteger() : 0;
}

std::optional<Row> download(const TestBed &bed, const QString &name, qint64 attachment)
{
    Testing::RawHttp http(bed.port());
    Growth growth(bed);
    http.send(makeRequest("GET", "/attachments/" + QByteArray::number(attachment), bed.token(0)));
    if (!http.readTo("\r\n\r\n").startsWith("HTTP/1.1 200"))
        return std::nullopt;
    for (qint64 got = 0; got < fileSize && !Interrupt::requested(); got += pieceSize) {
        if (http.readBytes(pieceSize).size() != pieceSize)
            return std::nullopt;
        growth.look();
    }
    return growth.row(name);
}

} // namespace

void measureTransfers(TestBed &bed, Table &table)
{
    const QString up = u"memory of deskbelld, upload of 1 GiB"_s;
    const QString down = u"memory of deskbelld, download of 1 GiB"_s;
    QByteArray path;
    const auto uploaded = upload(bed, up, &path);
    table.add(uploaded.value_or(failedRow(up, u"the upload fails"_s)));
    const qint64 attachment = uploaded ? attach(bed, path) : 0;
    const auto downloaded = attachment > 0 ? download(bed, down, attachment) : std::nullopt;
    table.add(downloaded.value_or(failedRow(down, u"the download fails"_s)));
}

} // namespace Deskbell::Bench
