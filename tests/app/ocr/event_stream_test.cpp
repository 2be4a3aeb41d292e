// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/event_stream.h"

#include <gtest/gtest.h>

using namespace ocr;

namespace {

constexpr qint64 longestLine = 1 << 20;

QList<QByteArray> eventsOf(const QList<QByteArray> &pieces)
{
    EventStream stream(longestLine);
    QList<QByteArray> events;
    for (const QByteArray &piece : pieces)
        events += stream.take(piece).value();
    return events + stream.finish();
}

} // namespace

TEST(EventStream, theSameEventsComeOutWhereverTheBytesAreCut)
{
    const QByteArray bytes = "\xEF\xBB\xBF: hello\r\n\r\ndata: {\"a\": \"\xE4\xB8\xAD\xF0\x9F\x98\x80\"}\n\nevent: "
                             "x\rdata:two\rdata: lines\r\r"
                             "id: 7\r\ndata\r\n\r\n\ndata: [DONE]\n\n";
    const QList<QByteArray> whole = eventsOf({bytes});
    EXPECT_EQ(whole, (QList<QByteArray>{"{\"a\": \"\xE4\xB8\xAD\xF0\x9F\x98\x80\"}", "two\nlines", "", "[DONE]"}));
    for (qsizetype first = 0; first <= bytes.size(); ++first) {
        for (qsizetype second = first; second <= bytes.size(); ++second)
            ASSERT_EQ(eventsOf({bytes.first(first), bytes.sliced(first, second - first), bytes.sliced(second)}), whole)
                << first << ' ' << second;
    }
    QList<QByteArray> single;
    for (const char byte : bytes)
        single.append(QByteArray(1, byte));
    EXPECT_EQ(eventsOf(single), whole);
}

TEST(EventStream, anEventComesAsSoonAsItsEmptyLineIsThere)
{
    EventStream stream(longestLine);
    EXPECT_TRUE(stream.take("data: 1\n").value().isEmpty());
    EXPECT_EQ(stream.take("\n").value(), QList<QByteArray>{"1"});
    EXPECT_TRUE(stream.take("data: 2\r\n\r").value() == QList<QByteArray>{"2"});
    EXPECT_TRUE(stream.take("\n").value().isEmpty());
}

TEST(EventStream, commentsAndOtherFieldsAreNoEvents)
{
    EXPECT_TRUE(eventsOf({": waiting\n\nevent: ping\n\nretry: 10\n\ndatabase: no\n\n"}).isEmpty());
}

TEST(EventStream, aLastEventWithoutItsEmptyLineCounts)
{
    EXPECT_EQ(eventsOf({"data: 1\n\ndata: 2"}), (QList<QByteArray>{"1", "2"}));
}

TEST(EventStream, aLineThatNeverEndsIsRefused)
{
    EventStream stream(1000);
    base::Result<QList<QByteArray>> taken;
    for (int i = 0; i < 200 && taken; ++i)
        taken = stream.take("data: xx");
    ASSERT_FALSE(taken.has_value());
    EXPECT_EQ(taken.error().code, base::ErrorCode::AnswerMalformed);
}

TEST(EventStream, anEventOfEndlesslyManyLinesIsRefused)
{
    EventStream stream(1000);
    base::Result<QList<QByteArray>> taken;
    for (int i = 0; i < 500 && taken; ++i)
        taken = stream.take("data: xx\n");
    EXPECT_FALSE(taken.has_value());
}
