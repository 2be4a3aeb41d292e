// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/loop_ladder.h"

#include "app/base/log.h"
#include "app/ocr/tasks.h"
#include "app/pipeline/unread_rest.h"

#include <QCoreApplication>

namespace pipeline {

namespace {

using document::Block;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LoopLadder)
};

/// Tokens that may come again sooner than by the usual rule.
constexpr int strictSize = 20;

/// The mode to try where @p mode looped: it sees the page at another scale.
QString otherMode(const QString &mode)
{
    return mode.isEmpty() || mode == u"gundam" || mode == u"tiny" || mode == u"small" ? QStringLiteral("base")
                                                                                      : QStringLiteral("gundam");
}

/// One climb; the steps stand in the order of climb().
class Ladder {
public:
    Ladder(const Reading &first, const LadderGround &ground)
        : m_first(first)
        , m_ground(ground)
        , m_question(ground.question)
    {
    }

    Climbed climb()
    {
        if (nothingIsLeft())
            return std::move(m_climbed);
        const bool tooLong = m_first.isTooLong() && m_ground.readsWholePages;
        if (!tooLong && (underStricterRule() || inOtherMode() || asPlainText()))
            return std::move(m_climbed);
        if (!isOver() && m_ground.readsWholePages)
            readRest();
        else
            keepFirst();
        return std::move(m_climbed);
    }

private:
    [[nodiscard]] bool isOver() const { return m_climbed.error.has_value(); }

    /// A text that goes on where the page has ended: what was read before is all of it.
    bool nothingIsLeft()
    {
        if (!m_first.loops() || !m_question.ink)
            return false;
        const QList<Block> settled = settledBlocks();
        if (!InkMap(unreadRest(m_ground.picture, settled).picture).isBlank())
            return false;
        m_climbed.blocks = settled;
        m_climbed.transcript = m_first.transcript;
        m_climbed.isWhole = true;
        return true;
    }

    bool underStricterRule()
    {
        m_question.request.ngramBar.size = strictSize;
        m_question.request.ngramBar.window = 90;
        return wholePage(Words::tr("with the n-gram rule 20/90"), m_question);
    }

    bool inOtherMode()
    {
        const bool hasModes = !m_ground.engine.isServer() && m_question.model == readerName(Reader::DeepseekOcr);
        if (isOver() || !hasModes)
            return false;
        Question other = m_question;
        other.request.mode = otherMode(m_question.request.mode);
        return wholePage(Words::tr("in mode %1").arg(other.request.mode), other);
    }

    bool asPlainText()
    {
        if (isOver() || !m_ground.isGrounded)
            return false;
        Question plain = m_question;
        plain.request.prompt = ocr::promptOf({ocr::TaskKind::Free, {}});
        plain.grammar = markdown::Grammar::Plain;
        return wholePage(Words::tr("as plain text"), plain);
    }

    /// Reads the page once more. True when that came to its end.
    bool wholePage(const QString &how, const Question &question)
    {
        const Reading reading = ask(how, question, m_ground.picture, {});
        if (!reading.isWhole())
            return false;
        m_climbed.blocks = reading.blocks;
        m_climbed.transcript = reading.transcript;
        m_climbed.isWhole = true;
        return true;
    }

    /// Asks and notes down how it went. @p before: blocks that are settled, for those who watch.
    Reading ask(const QString &how, const Question &question, const QImage &picture, const QList<Block> &before,
        const QRect &part = {})
    {
        begin(how);
        const auto send = [&](const ocr::TextListener &listener) {
            return m_ground.engine.read(question.model, picture, question.request, listener, m_ground.stop);
        };
        Reading reading = askPicture(question, send, heard(before, part));
        noteDown(how, reading);
        return reading;
    }

    HearBlocks heard(const QList<Block> &before, const QRect &part) const
    {
        if (!m_ground.grew)
            return {};
        return [this, before, part](const QList<Block> &soFar) {
            QList<Block> blocks = soFar;
            if (!part.isEmpty())
                placeInWhole(blocks, part, m_ground.picture.size());
            m_ground.grew(before + blocks);
        };
    }

    void begin(const QString &how) const
    {
        qCInfo(base::logPipeline) << "the text goes round, page" << m_question.pageNumber << "is read again" << how;
        if (m_ground.stepped)
            m_ground.stepped(how);
    }

    void noteDown(const QString &how, const Reading &reading)
    {
        QString outcome = Words::tr("good");
        if (!reading.answer) {
            outcome = reading.answer.error().what;
            if (reading.answer.error().code == base::ErrorCode::Cancelled)
                m_climbed.error = reading.answer.error();
        } else if (reading.loops()) {
            outcome = Words::tr("repeated itself");
        } else if (reading.isTooLong()) {
            outcome = Words::tr("too long");
        }
        m_climbed.steps.append(QStringLiteral("%1 (%2)").arg(how, outcome));
    }

    /// The blocks of the first reading that stand before its loop. The block that was cut short there is read again with the rest.
    QList<Block> settledBlocks() const
    {
        QList<Block> blocks = m_first.blocks;
        if (m_first.loops() && m_first.answer->loopStart >= 0) {
            const QStringView before = QStringView(m_first.transcript).first(m_first.answer->loopStart);
            blocks = markdown::parseTranscript(before, m_question.grammar, m_question.pageNumber, m_question.content);
        }
        if (!blocks.isEmpty())
            blocks.removeLast();
        const bool haveBoxes = std::ranges::none_of(blocks, [](const Block &block) { return block.boxes.isEmpty(); });
        return haveBoxes ? blocks : QList<Block>(); // without boxes nobody knows what is left to read
    }

    void readRest()
    {
        const QList<Block> settled = settledBlocks();
        UnreadRest rest = unreadRest(m_ground.picture, settled);
        if (rest.halves.isEmpty() && settled.isEmpty() && !InkMap(m_ground.picture).isBlank())
            rest.halves = {m_ground.picture.rect()}; // ink too faint to be cut between lines
        QList<Block> blocks = settled;
        QStringList transcripts;
        bool isWhole = true;
        for (qsizetype i = 0; i < rest.halves.size() && !isOver(); ++i) {
            const qsizetype seam = blocks.size();
            isWhole = readPart(rest.picture, i, rest.halves, blocks, transcripts) && isWhole;
            if (seam < blocks.size() && (seam > 0 || i > 0))
                blocks[seam].doubtedRepetition = true;
        }
        if (isOver() || (transcripts.isEmpty() && !isWhole))
            return keepFirst();
        m_climbed.blocks = blocks;
        m_climbed.transcript = (QStringList(m_first.transcript) + transcripts).join(QStringLiteral("\n\n"));
        m_climbed.isWhole = isWhole;
    }

    /// One half of the rest; Tesseract reads it where the network loops again. False: its text is not all there.
    bool readPart(
        const QImage &rest, qsizetype index, const QList<QRect> &parts, QList<Block> &blocks, QStringList &transcripts)
    {
        const QRect &part = parts[index];
        const QImage picture = rest.copy(part);
        const QString which = parts.size() == 1 ? Words::tr("the rest of the page")
            : index == 0                        ? Words::tr("the upper half of the rest")
                                                : Words::tr("the lower half of the rest");
        Question question = m_question;
        if (question.ink)
            question.ink = std::make_shared<const InkMap>(picture);
        Reading reading = ask(which, question, picture, blocks, part);
        if (!reading.isWhole() && !isOver()) {
            Question printed = m_question;
            printed.model = readerName(Reader::Tesseract);
            printed.ink.reset(); // printed letters are on the page
            printed.grammar = markdown::Grammar::Labels;
            printed.content = markdown::Content::PlainText;
            printed.request.languages = m_ground.languages;
            printed.request.maxTokens = ocr::longestAnswer(printed.model);
            Reading byTesseract = askTesseract(Words::tr("%1 by Tesseract").arg(which), printed, picture);
            if (byTesseract.answer)
                reading = std::move(byTesseract);
        }
        if (!reading.answer)
            return false;
        placeInWhole(reading.blocks, part, m_ground.picture.size());
        for (Block &block : reading.blocks) {
            block.id = QStringLiteral("p%1-b%2").arg(m_question.pageNumber).arg(blocks.size() + 1);
            blocks.append(block);
        }
        transcripts.append(reading.transcript);
        return reading.isWhole();
    }

    Reading askTesseract(const QString &how, const Question &question, const QImage &picture)
    {
        begin(how);
        const auto send = [&](const ocr::TextListener &listener) {
            return m_ground.engine.readWithTesseract(picture, question.request, listener, m_ground.stop);
        };
        const Reading reading = askPicture(question, send, {});
        noteDown(how, reading);
        return reading;
    }

    void keepFirst()
    {
        m_climbed.blocks = m_first.blocks;
        m_climbed.transcript = m_first.transcript;
        if (!m_climbed.blocks.isEmpty())
            m_climbed.blocks.last().doubtedRepetition = true;
    }

    const Reading &m_first;
    const LadderGround &m_ground;
    Question m_question;
    Climbed m_climbed;
};

} // namespace

Climbed climbLadder(const Reading &first, const LadderGround &ground)
{
    return Ladder(first, ground).climb();
}

} // namespace pipeline
