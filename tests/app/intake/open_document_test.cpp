// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/open_document.h"

#include "tests/support/sample_files.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QImageWriter>

#include <gtest/gtest.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <unistd.h>

using namespace intake;
using base::ErrorCode;

namespace {

const base::NativePath data = TEST_DATA_DIR;

document::Document opened(const base::NativePath &path, const QString &password = {})
{
    const base::Result<Opened> result = openDocument(path, {password});
    EXPECT_TRUE(result.has_value()) << (result ? "" : result.error().what.toStdString());
    return result ? result->document : document::Document{};
}

ErrorCode refusal(const base::NativePath &path, const QString &password = {})
{
    const base::Result<Opened> result = openDocument(path, {password});
    EXPECT_FALSE(result.has_value());
    if (result)
        return ErrorCode::Cancelled;
    EXPECT_FALSE(result.error().what.isEmpty());
    EXPECT_FALSE(result.error().remedy.isEmpty());
    return result.error().code;
}

QByteArray picture(const char *format, QSize size, int dotsPerMeter = 0)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    if (dotsPerMeter > 0) {
        image.setDotsPerMeterX(dotsPerMeter);
        image.setDotsPerMeterY(dotsPerMeter);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    EXPECT_TRUE(QImageWriter(&buffer, format).write(image)) << format;
    return bytes;
}

/// AES-256, as QPDF writes it.
QByteArray encrypted(const QByteArray &pdf, const std::string &password)
{
    QPDF document;
    document.processMemoryFile("sample", pdf.constData(), static_cast<size_t>(pdf.size()));
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setR6EncryptionParameters(
        password.c_str(), "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
}

} // namespace

TEST(OpenDocument, pagesOfAPdfAreCountedAndMeasuredAsSeen)
{
    const samples::Folder folder;
    const document::Document document = opened(folder.write("a.pdf",
        samples::pdf({
            {"/MediaBox [0 0 200 100]", {}},
            {"/MediaBox [0 0 200 100] /Rotate 90", {}},
            {"/MediaBox [0 0 200 100] /CropBox [10 20 110 70]", {}},
            {"/MediaBox [0 0 200 100] /CropBox [10 20 110 70] /Rotate 270 /UserUnit 2", {}},
        })));
    ASSERT_EQ(document.pages.size(), 4);
    EXPECT_EQ(document.pages[0].size, QSizeF(200, 100));
    EXPECT_EQ(document.pages[1].size, QSizeF(100, 200));
    EXPECT_EQ(document.pages[2].size, QSizeF(100, 50));
    EXPECT_EQ(document.pages[3].size, QSizeF(100, 200));
    EXPECT_EQ(document.pages[3].unit, document::PageUnit::Points);
    EXPECT_EQ(document.source.format, "pdf");
    EXPECT_EQ(document.source.name, QStringLiteral("a.pdf"));
}

TEST(OpenDocument, junkBeforeThePdfsMarkIsAllowed)
{
    const samples::Folder folder;
    EXPECT_EQ(
        opened(folder.write("a", "HTTP/1.1 200 OK\r\n\r\n" + samples::pdf({samples::textPage("x")}))).pages.size(), 1);
}

TEST(OpenDocument, theTypeIsToldByContentNotByName)
{
    const samples::Folder folder;
    EXPECT_EQ(opened(folder.write("a.pdf", picture("png", {3, 2}))).source.format, "png");
}

class PictureFormat : public testing::TestWithParam<const char *> { };

TEST_P(PictureFormat, hasItsSizeInTheHeader)
{
    const samples::Folder folder;
    const document::Document document = opened(folder.write("picture", picture(GetParam(), {70, 30})));
    ASSERT_EQ(document.pages.size(), 1);
    EXPECT_EQ(document.pages[0].size, QSizeF(70, 30));
    EXPECT_EQ(document.pages[0].unit, document::PageUnit::Pixels);
    EXPECT_EQ(document.source.format, GetParam());
    EXPECT_EQ(document.source.kind, document::SourceKind::Picture);
}

INSTANTIATE_TEST_SUITE_P(All, PictureFormat, testing::Values("png", "jpeg", "bmp", "webp", "tiff", "jp2"),
    [](const auto &format) { return std::string(format.param); });

TEST(OpenDocument, gifAndHeicHaveTheirSizesInTheHeader)
{
    const samples::Folder folder;
    EXPECT_EQ(
        opened(folder.write("a.gif", QByteArray("GIF89a\x10\x01\x20\0\0\0\0;", 14))).pages[0].size, QSizeF(272, 32));
    EXPECT_EQ(opened(data / "pictures/one-page.heic").pages[0].size, QSizeF(595, 842));
}

TEST(OpenDocument, resolutionIsTakenFromTheFileWhereItStatesOne)
{
    const samples::Folder folder;
    for (const char *format : {"png", "jpeg", "bmp", "tiff"})
        EXPECT_NEAR(opened(folder.write("scan", picture(format, {8, 8}, 11811))).pages[0].resolution.value, 300, 0.5)
            << format;
    EXPECT_EQ(opened(folder.write("scan", picture("webp", {8, 8}))).pages[0].resolution.value, 0);
}

TEST(OpenDocument, aPictureThatLiesOnItsSideIsMeasuredAsSeen)
{
    const samples::Folder folder;
    const document::Document document
        = opened(folder.write("a.jpg", samples::withExifOrientation(picture("jpeg", {70, 30}), 6)));
    EXPECT_EQ(document.pages[0].size, QSizeF(30, 70));
    EXPECT_EQ(document.pages[0].exifOrientation, 6);
}

TEST(OpenDocument, everyImageOfATiffIsAPageButThumbnailsAreNot)
{
    const samples::Folder folder;
    const document::Document document = opened(folder.write("a.tif",
        samples::tiff({{.width = 40, .height = 20}, {.width = 4, .height = 2, .isThumbnail = true},
            {.width = 10, .height = 30, .orientation = 8, .dotsPerInch = 150}})));
    ASSERT_EQ(document.pages.size(), 2);
    EXPECT_EQ(document.pages[0].size, QSizeF(40, 20));
    EXPECT_EQ(document.pages[1].size, QSizeF(30, 10));
    EXPECT_EQ(document.pages[1].frame, 2);
    EXPECT_EQ(document.pages[1].resolution.value, 150);
}

TEST(OpenDocument, aTiffWhoseDirectoriesGoRoundEnds)
{
    const samples::Folder folder;
    QByteArray bytes = samples::tiff({{}, {}});
    bytes.replace(bytes.size() - 4, 4, bytes.mid(4, 4)); // the last directory names the first as the next
    EXPECT_EQ(opened(folder.write("a.tif", bytes)).pages.size(), 2);
}

TEST(OpenDocument, anEncryptedPdfAsksForAPassword)
{
    EXPECT_EQ(refusal(data / "broken/password-openpassword.pdf"), ErrorCode::PasswordNeeded);
    EXPECT_EQ(refusal(data / "broken/password-openpassword.pdf", QStringLiteral("wrong")), ErrorCode::PasswordNeeded);
    EXPECT_EQ(opened(data / "broken/password-openpassword.pdf", QStringLiteral("openpassword")).pages.size(), 1);
}

TEST(OpenDocument, aPasswordBeyondAsciiOpensOldEncryption)
{
    EXPECT_EQ(opened(data / "broken/password-unicode.pdf", QStringLiteral("\u00e6\u00f8\u00e5")).pages.size(), 1);
}

TEST(OpenDocument, aPasswordIsNormalisedBeforeItIsTried)
{
    // Given a file encrypted with the form that RFC 4013 asks for, the ligature and the soft hyphen as typed open it.
    const samples::Folder folder;
    const base::NativePath file = folder.write("a.pdf", encrypted(samples::pdf({samples::textPage("x")}), "office"));
    EXPECT_EQ(opened(file, QStringLiteral("o\uFB03\u00ADce")).pages.size(), 1);
}

TEST(OpenDocument, aPasswordThatWasNeverNormalisedOpensAsTyped)
{
    const samples::Folder folder;
    const QString typed = QStringLiteral("o\uFB03ce");
    const base::NativePath file
        = folder.write("a.pdf", encrypted(samples::pdf({samples::textPage("x")}), typed.toStdString()));
    EXPECT_EQ(opened(file, typed).pages.size(), 1);
}

TEST(OpenDocument, anEmptyUserPasswordNeedsNone)
{
    EXPECT_EQ(opened(data / "broken/encrypted-empty-password.pdf").pages.size(), 30);
}

TEST(OpenDocument, aPdfForHoldersOfACertificateSaysSo)
{
    const samples::Folder folder;
    const base::NativePath file = folder.write("a.pdf",
        samples::pdf({samples::textPage("x")},
            "/ID [<00> <00>] /Encrypt << /Filter /Adobe.PubSec /V 4 /SubFilter /adbe.pkcs7.s5 /Recipients [<00>] >>"));
    const base::Result<Opened> result = openDocument(file, {});
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, ErrorCode::PasswordNeeded);
    EXPECT_TRUE(result.error().what.contains(QStringLiteral("certificate")));
}

TEST(OpenDocument, brokenFilesAreRefusedOrOpenedForWhatTheyAre)
{
    const base::NativePath broken = data / "broken";
    EXPECT_EQ(refusal(broken / "zero-bytes.pdf"), ErrorCode::FileDamaged);
    EXPECT_EQ(refusal(broken / "header-only.pdf"), ErrorCode::FileDamaged);
    EXPECT_EQ(refusal(broken / "zero-pages.pdf"), ErrorCode::FileDamaged);
    EXPECT_EQ(refusal(broken / "negative-page-count.pdf"), ErrorCode::FileDamaged);
    EXPECT_EQ(opened(broken / "xref-loop.pdf").pages.size(), 30);
    EXPECT_EQ(opened(broken / "damaged-stream.pdf").pages.size(), 1);
    EXPECT_EQ(opened(broken / "bmp-six-terapixel.bmp").pages[0].size, QSizeF(3'000'000, 2'000'000));
    EXPECT_EQ(opened(broken / "jp2-truncated.jp2").pages[0].size, QSizeF(2717, 3701));
    EXPECT_EQ(opened(broken / "png-truncated.png").pages[0].size, QSizeF(640, 480));
}

TEST(OpenDocument, noPrefixOfAFileCrashesIt)
{
    const samples::Folder folder;
    for (const QByteArray &whole :
        {samples::pdf({samples::textPage("x")}), samples::tiff({{}}), picture("png", {3, 2}), picture("webp", {3, 2}),
            picture("jp2", {3, 2}), samples::withExifOrientation(picture("jpeg", {3, 2}), 3)}) {
        for (qsizetype length = 0; length < whole.size(); length += std::max<qsizetype>(1, whole.size() / 60))
            static_cast<void>(openDocument(folder.write("cut", whole.first(length)), {}));
    }
}

TEST(OpenDocument, whatIsNoDocumentSaysWhichFilesAre)
{
    const samples::Folder folder;
    EXPECT_EQ(refusal(folder.write("a.pdf", "plain text")), ErrorCode::FormatUnknown);
}

TEST(OpenDocument, foldersAndMissingAndForbiddenFilesAreUnreadable)
{
    const samples::Folder folder;
    EXPECT_EQ(refusal(folder.path()), ErrorCode::FileUnreadable);
    EXPECT_EQ(refusal(folder.path() / "none.pdf"), ErrorCode::FileUnreadable);
    const base::NativePath file = folder.write("a.pdf", samples::pdf({samples::textPage("x")}));
    std::filesystem::permissions(file, std::filesystem::perms::none);
    const bool isRoot = geteuid() == 0; // who may read everything: be nobody for a moment
    ASSERT_TRUE(!isRoot || seteuid(65534) == 0);
    const ErrorCode code = refusal(file);
    ASSERT_TRUE(!isRoot || seteuid(0) == 0);
    EXPECT_EQ(code, ErrorCode::FileUnreadable);
}

TEST(OpenDocument, namesMayHaveAnyBytes)
{
    const samples::Folder folder;
    EXPECT_EQ(opened(folder.write("-\xff\n'\".pdf", samples::pdf({samples::textPage("x")}))).pages.size(), 1);
}

TEST(HashFile, isTheSha256OfItsBytes)
{
    const samples::Folder folder;
    const QByteArray bytes(3'000'000, 'x'); // more than one piece
    EXPECT_EQ(hashFile(folder.write("a", bytes)).value(),
        QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(hashFile(folder.path() / "a", stop.get_token()).error().code, ErrorCode::Cancelled);
}
