// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/worker_messages.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace pipeline;

namespace {

document::TextLayer someLayer()
{
    document::TextLayer layer;
    layer.size = QSizeF(200, 100);
    document::TextLayerWord word;
    word.text = QStringLiteral("naïve 日本");
    word.box = {0.1, 0.2, 0.3, 0.4};
    word.font = {QStringLiteral("Times"), 11.5, true, false, true};
    word.rotation = 270;
    word.spaceAfter = false;
    word.invisible = true;
    word.link = QStringLiteral("https://example.org");
    word.isVertical = true;
    layer.words = {word, {}};
    layer.pictures = {{0, 0, 1, 1}};
    layer.rules = {{{0, 0.5, 1, 0.5}}};
    layer.pictureCoverage = 0.5;
    layer.unmappedCharacters = 1;
    layer.invisibleCharacters = 2;
    layer.paintedCharacters = 3;
    layer.paths = 4;
    return layer;
}

QImage somePicture()
{
    QImage image(5, 3, QImage::Format_RGB888);
    image.fill(Qt::blue);
    image.setDotsPerMeterX(5669);
    image.setDotsPerMeterY(5669);
    return image;
}

/// Too large to be lent.
QImage largePicture()
{
    QImage image(5000, 5000, QImage::Format_Grayscale8);
    image.fill(77);
    return image;
}

} // namespace

TEST(WorkerMessages, aTextLayerArrivesAsItWasSent)
{
    const auto answer = unpackTextLayer({pack(someLayer()), {}});
    ASSERT_TRUE(answer && *answer);
    EXPECT_EQ(**answer, someLayer());
}

TEST(WorkerMessages, aRequestArrivesAsItWasSent)
{
    Request request;
    request.kind = Request::Kind::Attach;
    request.path = "/tmp/\xff\n.pdf";
    request.document.source = {{}, QStringLiteral("a.pdf"), {}, document::SourceKind::Picture, "png"};
    request.document.pages = {{QSizeF(3, 4), document::PageUnit::Pixels, base::Dpi{300}, 2, 6}};
    request.password = "\xe6";
    request.pageIndex = 7;
    request.resolution = base::Dpi{144};
    const std::optional<Request> arrived = unpackRequest(pack(request));
    ASSERT_TRUE(arrived);
    EXPECT_EQ(arrived->path, request.path);
    EXPECT_EQ(arrived->document, request.document);
    EXPECT_EQ(arrived->password, request.password);
    EXPECT_EQ(arrived->pageIndex, 7);
    EXPECT_EQ(arrived->resolution, base::Dpi{144});
}

TEST(WorkerMessages, anErrorIsTheAnswerToAnything)
{
    const base::Error error{
        base::ErrorCode::PasswordNeeded, QStringLiteral("what"), QStringLiteral("remedy"), QStringLiteral("detail")};
    const auto answer = unpackImage({packError(error), {}});
    ASSERT_TRUE(answer && !*answer);
    EXPECT_EQ(answer->error(), error);
}

TEST(WorkerMessages, anAnswerCutAnywhereIsNone)
{
    const QByteArray whole = pack(someLayer());
    for (qsizetype length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(unpackTextLayer({whole.first(length), {}})) << length;
    EXPECT_FALSE(unpackTextLayer({whole + "x", {}}));
}

TEST(WorkerMessages, aSmallPictureIsCopiedAndStaysWhenTheNextOneIsLent)
{
    Descriptor memory;
    ASSERT_TRUE(lendImage(somePicture(), memory));
    const auto answer = unpackImage({pack(somePicture()), Descriptor(dup(memory.get()))});
    ASSERT_TRUE(answer && *answer);
    QImage next = somePicture();
    next.fill(Qt::red);
    ASSERT_TRUE(lendImage(next, memory));
    EXPECT_EQ(**answer, somePicture());
    EXPECT_EQ((*answer)->dotsPerMeterX(), 5669);
}

TEST(WorkerMessages, aLargePictureIsNotLentAndArrivesWithItsPixels)
{
    Descriptor memory;
    EXPECT_FALSE(lendImage(largePicture(), memory));
    const auto answer = unpackImage({pack(largePicture()), shareImage(largePicture())});
    ASSERT_TRUE(answer && *answer);
    EXPECT_EQ(**answer, largePicture());
}

TEST(WorkerMessages, aLargePictureInMemoryThatMayStillShrinkIsRefused)
{
    // Were it accepted, its sender could end this process by cutting it short.
    Descriptor open(memfd_create("open", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    ASSERT_EQ(ftruncate(open.get(), static_cast<off_t>(largePicture().sizeInBytes())), 0);
    EXPECT_FALSE(unpackImage({pack(largePicture()), std::move(open)}));
}

TEST(WorkerMessages, aPictureLargerThanItsMemoryIsRefused)
{
    EXPECT_FALSE(unpackImage({pack(largePicture()), shareImage(somePicture())}));
    EXPECT_FALSE(unpackImage({pack(QImage(500, 500, QImage::Format_RGB888)), shareImage(somePicture())}));
    EXPECT_FALSE(unpackImage({pack(somePicture()), {}}));
}

TEST(FrameReader, putsAFrameTogetherByteByByte)
{
    std::array<int, 2> ends{};
    ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()), 0);
    const Descriptor writing(ends[0]);
    const Descriptor reading(ends[1]);
    FrameReader reader;
    const QByteArray bytes("\x03\0\0\0abc", 7);
    for (const char byte : bytes) {
        EXPECT_EQ(reader.read(reading.get()), FrameReader::State::Incomplete); // nothing there
        ASSERT_EQ(write(writing.get(), &byte, 1), 1);
        const FrameReader::State state = reader.read(reading.get());
        EXPECT_EQ(state, byte == 'c' ? FrameReader::State::Complete : FrameReader::State::Incomplete);
    }
    EXPECT_EQ(reader.take().bytes, "abc");
}

TEST(FrameReader, aLengthBeyondReasonEndsTheTalk)
{
    std::array<int, 2> ends{};
    ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
    const Descriptor writing(ends[0]);
    const Descriptor reading(ends[1]);
    ASSERT_EQ(write(writing.get(), "\xff\xff\xff\xff", 4), 4);
    FrameReader reader;
    EXPECT_EQ(reader.read(reading.get()), FrameReader::State::Ended);
}
