// SPDX-License-Identifier: GPL-3.0-or-later
// Real outputs of the model (tests/data/transcripts) against blocks that were read and reviewed (tests/data/markdown).
// RECTO_RENEW=name renews one reference; the difference is read in review.
#include "app/markdown/transcript_parser.h"
#include "app/markdown/write_transcript.h"
#include "tests/app/markdown/block_notation.h"

#include <QDir>
#include <QStringDecoder>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using markdown::Grammar;
using markdown::parseTranscript;
using markdown::TranscriptParser;

namespace {

const QDir transcripts(QStringLiteral(TEST_DATA_DIR "/transcripts"));

Grammar grammarOf(const QString &name)
{
    return name.startsWith("ocr-lines"_L1) ? Grammar::TextInRefs : Grammar::Labels;
}

std::vector<std::string> names()
{
    std::vector<std::string> all;
    for (const QString &file : transcripts.entryList({u"*.txt"_s}, QDir::Files, QDir::Name))
        all.push_back(file.chopped(4).toStdString());
    return all;
}

class Transcripts : public testing::TestWithParam<std::string> {
protected:
    const QString name = QString::fromStdString(GetParam());
    const QByteArray bytes = fileText(transcripts.filePath(name + u".txt"_s)).toUtf8();
    const Grammar grammar = grammarOf(name);
};

} // namespace

TEST_P(Transcripts, becomesTheBlocksThatWereReviewed)
{
    const QString path = QStringLiteral(TEST_DATA_DIR "/markdown/") + name + u".blocks.txt"_s;
    const QString blocks = notation(parseTranscript(QString::fromUtf8(bytes), grammar, 1));
    if (qEnvironmentVariable("RECTO_RENEW") == name) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(blocks.toUtf8());
    }
    ASSERT_TRUE(QFile::exists(path)) << "no reference for " << GetParam();
    EXPECT_EQ(blocks.toStdString(), fileText(path).toStdString());
}

TEST_P(Transcripts, isTheSameWhereverItIsCut)
{
    const auto whole = parseTranscript(QString::fromUtf8(bytes), grammar, 1);
    const qsizetype step = bytes.size() > 8000 ? 13 : 1;
    for (qsizetype cut = 0; cut <= bytes.size(); cut += step) {
        QStringDecoder decoder(QStringDecoder::Utf8); // half a character waits, as in the event stream
        TranscriptParser parser(grammar, 1);
        parser.append(QString(decoder(QByteArrayView(bytes).first(cut))));
        if (cut % 50 == 0)
            (void)parser.blocks();
        parser.append(QString(decoder(QByteArrayView(bytes).sliced(cut))));
        parser.finish();
        ASSERT_EQ(parser.blocks(), whole) << "cut at byte " << cut;
    }
}

TEST_P(Transcripts, isTheSameByteByByteWithALookInBetween)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    TranscriptParser parser(grammar, 1);
    QList<document::Block> seen;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        parser.append(QString(decoder(QByteArrayView(bytes).sliced(i, 1))));
        if (i % 7 != 0)
            continue;
        const QList<document::Block> now = parser.blocks();
        for (qsizetype b = 0; b < std::min(parser.firstChanged(), seen.size()); ++b)
            ASSERT_EQ(now[b], seen[b]) << "a change that was not reported, byte " << i;
        seen = now;
    }
    parser.finish();
    EXPECT_EQ(parser.blocks(), parseTranscript(QString::fromUtf8(bytes), grammar, 1));
}

TEST_P(Transcripts, isTheSameAfterWritingAndReading)
{
    const auto blocks = parseTranscript(QString::fromUtf8(bytes), grammar, 1);
    const auto again = parseTranscript(markdown::writeTranscript(blocks), Grammar::Labels, 1);
    ASSERT_EQ(again.size(), blocks.size());
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        EXPECT_EQ(again[i].type, blocks[i].type);
        EXPECT_EQ(again[i].level, blocks[i].level);
        EXPECT_EQ(again[i].text.toStdString(), blocks[i].text.toStdString());
        EXPECT_EQ(again[i].html.toStdString(), blocks[i].html.toStdString());
        EXPECT_EQ(again[i].boxes.size(), blocks[i].boxes.size());
    }
}

INSTANTIATE_TEST_SUITE_P(Real, Transcripts, testing::ValuesIn(names()), [](const auto &info) {
    std::string name = info.param;
    std::ranges::replace_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
    return name;
});
