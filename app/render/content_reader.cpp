// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/content_reader.h"

#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>

namespace render {

namespace {

constexpr int deepestForm = 12;
constexpr qsizetype mostOperators = 5'000'000; // about three seconds; the largest map we know has a million
constexpr size_t deepestState = 512;

struct TextState {
    std::shared_ptr<const PdfFont> font;
    double size = 0;
    double characterSpacing = 0;
    double wordSpacing = 0;
    double stretch = 1;
    double leading = 0;
    double rise = 0;
    int mode = 0;
};

struct GraphicsState {
    QTransform toSeen;
    QRectF clip;
    TextState text;
    double fillAlpha = 1;
    double strokeAlpha = 1;
};

/// Where the pen went since the path began.
struct Path {
    struct Piece {
        QPointF from;
        QPointF to;
    };
    std::vector<Piece> lines;
    std::vector<QRectF> rectangles;
    QRectF bounds;
    QPointF start;
    QPointF pen;
    bool isEmpty = true;
    bool isStraight = true;
    bool clips = false;
};

/// Up to four letters of an operator as one number, so that a switch can tell them.
constexpr unsigned name(const char *letters)
{
    unsigned packed = 0;
    for (; *letters; ++letters)
        packed = packed << 8U | static_cast<unsigned char>(*letters);
    return packed;
}

class Reader : public QPDFObjectHandle::ParserCallbacks {
public:
    Reader(PageContents &contents, const FindFont &findFont, const QTransform &toSeen, const QRectF &page)
        : m_contents(contents)
        , m_findFont(findFont)
    {
        m_state.toSeen = toSeen;
        m_state.clip = page;
    }

    void readStream(QPDFObjectHandle stream, QPDFObjectHandle resources)
    {
        const QPDFObjectHandle before = std::exchange(m_resources, resources);
        const std::vector<GraphicsState> states = std::exchange(m_states, {});
        m_operands.clear();
        try {
            if (stream.isStream())
                stream.parseAsContents(this);
            else
                QPDFPageObjectHelper(stream).parseContents(this);
        } catch (const std::exception &) {
            // what was read until here stands
        }
        m_states = states;
        m_resources = before;
    }

    void handleObject(QPDFObjectHandle object, size_t, size_t) override
    {
        if (!object.isOperator()) {
            if (object.isInlineImage())
                addPicture(true);
            else if (m_operands.size() < 64)
                m_operands.push_back(object);
            return;
        }
        if (++m_operators > mostOperators)
            terminateParsing();
        const std::string letters = object.getOperatorValue();
        if (letters.size() <= 3)
            apply(name(letters.c_str()));
        m_operands.clear();
    }

    void handleEOF() override { }

private:
    [[nodiscard]] double number(size_t i) const
    {
        if (i >= m_operands.size() || !m_operands[i].isNumber())
            return 0;
        const double value = m_operands[i].getNumericValue();
        return std::abs(value) < 1e9 ? value : 0;
    }

    [[nodiscard]] QTransform matrix() const
    {
        return {number(0), number(1), number(2), number(3), number(4), number(5)};
    }

    [[nodiscard]] QPDFObjectHandle resource(const char *kind, size_t operand) const
    {
        if (operand >= m_operands.size() || !m_operands[operand].isName() || !m_resources.isDictionary())
            return QPDFObjectHandle::newNull();
        QPDFObjectHandle all = QPDFObjectHandle(m_resources).getKey(kind);
        return all.isDictionary() ? all.getKey(m_operands[operand].getName()) : QPDFObjectHandle::newNull();
    }

    void apply(unsigned op)
    {
        switch (op) {
        case name("q"):
            if (m_states.size() < deepestState)
                m_states.push_back(m_state);
            break;
        case name("Q"):
            if (!m_states.empty()) {
                m_state = m_states.back();
                m_states.pop_back();
            }
            break;
        case name("cm"):
            m_state.toSeen = matrix() * m_state.toSeen;
            break;
        case name("gs"):
            applyExtendedState(resource("/ExtGState", 0));
            break;
        case name("Do"):
            draw(resource("/XObject", 0));
            break;
        default:
            if (!applyText(op))
                applyPath(op);
        }
    }

    bool applyText(unsigned op)
    {
        TextState &text = m_state.text;
        switch (op) {
        case name("BT"):
            m_line = m_text = QTransform();
            return true;
        case name("Tf"):
            text.font = m_findFont(resource("/Font", 0));
            text.size = number(1);
            return true;
        case name("Tc"):
            text.characterSpacing = number(0);
            return true;
        case name("Tw"):
            text.wordSpacing = number(0);
            return true;
        case name("Tz"):
            text.stretch = number(0) / 100;
            return true;
        case name("TL"):
            text.leading = number(0);
            return true;
        case name("Ts"):
            text.rise = number(0);
            return true;
        case name("Tr"):
            text.mode = static_cast<int>(number(0));
            return true;
        case name("Td"):
            nextLine(number(0), number(1));
            return true;
        case name("TD"):
            text.leading = -number(1);
            nextLine(number(0), number(1));
            return true;
        case name("Tm"):
            m_line = m_text = matrix();
            return true;
        case name("T*"):
            nextLine(0, -text.leading);
            return true;
        case name("Tj"):
            show(0);
            return true;
        case name("'"):
            nextLine(0, -text.leading);
            show(0);
            return true;
        case name("\""):
            text.wordSpacing = number(0);
            text.characterSpacing = number(1);
            nextLine(0, -text.leading);
            show(2);
            return true;
        case name("TJ"):
            showPieces();
            return true;
        default:
            return false;
        }
    }

    void applyPath(unsigned op)
    {
        switch (op) {
        case name("m"):
            moveTo(number(0), number(1));
            break;
        case name("l"):
            lineTo(number(0), number(1));
            break;
        case name("c"):
            curveTo(number(4), number(5));
            break;
        case name("v"):
        case name("y"):
            curveTo(number(2), number(3));
            break;
        case name("h"):
            closePath();
            break;
        case name("re"):
            addRectangle();
            break;
        case name("W"):
        case name("W*"):
            m_path.clips = true;
            break;
        case name("s"):
            closePath();
            [[fallthrough]];
        case name("S"):
            endPath(true, false);
            break;
        case name("f"):
        case name("F"):
        case name("f*"):
            endPath(false, true);
            break;
        case name("b"):
        case name("b*"):
            closePath();
            [[fallthrough]];
        case name("B"):
        case name("B*"):
            endPath(true, true);
            break;
        case name("n"):
            endPath(false, false);
            break;
        default:
            break;
        }
    }

    void applyExtendedState(QPDFObjectHandle state)
    {
        if (!state.isDictionary())
            return;
        if (QPDFObjectHandle alpha = state.getKey("/ca"); alpha.isNumber())
            m_state.fillAlpha = alpha.getNumericValue();
        if (QPDFObjectHandle alpha = state.getKey("/CA"); alpha.isNumber())
            m_state.strokeAlpha = alpha.getNumericValue();
        if (QPDFObjectHandle font = state.getKey("/Font");
            font.isArray() && font.getArrayNItems() == 2 && font.getArrayItem(1).isNumber()) {
            m_state.text.font = m_findFont(font.getArrayItem(0));
            m_state.text.size = font.getArrayItem(1).getNumericValue();
        }
    }

    void draw(QPDFObjectHandle object)
    {
        if (!object.isStream())
            return;
        QPDFObjectHandle dictionary = object.getDict();
        if (dictionary.getKey("/Subtype").isNameAndEquals("/Image")) {
            const QPDFObjectHandle mask = dictionary.getKey("/ImageMask");
            const bool isOpaque = !dictionary.hasKey("/SMask") && !dictionary.hasKey("/Mask")
                && !(mask.isBool() && mask.getBoolValue());
            addPicture(isOpaque);
        } else if (dictionary.getKey("/Subtype").isNameAndEquals("/Form") && m_depth < deepestForm) {
            drawForm(object, dictionary);
        }
    }

    void drawForm(QPDFObjectHandle form, QPDFObjectHandle dictionary)
    {
        const GraphicsState before = m_state;
        const auto [line, text] = std::pair(m_line, m_text);
        if (QPDFObjectHandle to = dictionary.getKey("/Matrix"); to.isMatrix()) {
            const QPDFObjectHandle::Matrix m = to.getArrayAsMatrix();
            m_state.toSeen = QTransform(m.a, m.b, m.c, m.d, m.e, m.f) * m_state.toSeen;
        }
        if (QPDFObjectHandle box = dictionary.getKey("/BBox"); box.isRectangle()) {
            const QPDFObjectHandle::Rectangle r = box.getArrayAsRectangle();
            m_state.clip = m_state.clip.intersected(
                m_state.toSeen.mapRect(QRectF(QPointF(r.llx, r.lly), QPointF(r.urx, r.ury)).normalized()));
        }
        QPDFObjectHandle resources = dictionary.getKey("/Resources");
        ++m_depth;
        readStream(form, resources.isDictionary() ? resources : m_resources);
        --m_depth;
        m_state = before;
        m_line = line;
        m_text = text;
    }

    void addPicture(bool isOpaque)
    {
        const QRectF place = m_state.toSeen.mapRect(QRectF(0, 0, 1, 1)).intersected(m_state.clip);
        m_contents.shapes.addPicture(place);
        // Some programs write the recognised text first and lay the scan over it.
        constexpr double largeEnough = 0.2; // of the page
        if (isOpaque && m_state.fillAlpha >= 1 && m_contents.shapes.shareOfPage(place) > largeEnough) {
            for (ShownText &text : m_contents.texts)
                text.isInvisible = text.isInvisible || place.contains(text.box.center());
        }
    }

    void nextLine(double x, double y)
    {
        m_line = QTransform::fromTranslate(x, y) * m_line;
        m_text = m_line;
    }

    void show(size_t operand)
    {
        if (operand < m_operands.size() && m_operands[operand].isString())
            showString(m_operands[operand].getStringValue());
    }

    void showPieces()
    {
        if (m_operands.empty() || !m_operands[0].isArray())
            return;
        const TextState &text = m_state.text;
        for (QPDFObjectHandle piece : m_operands[0].getArrayAsVector()) {
            if (piece.isString())
                showString(piece.getStringValue());
            else if (piece.isNumber())
                m_text
                    = QTransform::fromTranslate(-piece.getNumericValue() / 1000 * text.size * text.stretch, 0) * m_text;
        }
    }

    [[nodiscard]] bool isInvisible() const
    {
        constexpr double transparent = 0.01;
        switch (m_state.text.mode & 3) {
        case 0:
            return m_state.fillAlpha < transparent;
        case 1:
            return m_state.strokeAlpha < transparent;
        case 2:
            return m_state.fillAlpha < transparent && m_state.strokeAlpha < transparent;
        default:
            return true;
        }
    }

    void showString(const std::string &codes)
    {
        const TextState &text = m_state.text;
        if (!text.font)
            return;
        const PdfFont::Run run = text.font->measure(codes);
        const double width
            = (run.width * text.size + static_cast<double>(run.glyphs + run.spaces) * text.characterSpacing
                  + static_cast<double>(run.spaces) * text.wordSpacing)
            * text.stretch;
        if (run.glyphs > 0) {
            const QRectF box(QPointF(0, text.rise + text.font->descent() * text.size),
                QPointF(width, text.rise + text.font->ascent() * text.size));
            m_contents.texts.push_back(
                {(m_text * m_state.toSeen).mapRect(box.normalized()), run.glyphs, isInvisible()});
            m_contents.glyphs += run.glyphs;
            m_contents.unmapped += run.unmapped;
        }
        m_text = QTransform::fromTranslate(width, 0) * m_text;
    }

    void extend(const QPointF &point)
    {
        if (m_path.isEmpty)
            m_path.bounds = QRectF(point, point);
        m_path.bounds
            = QRectF(QPointF(std::min(m_path.bounds.left(), point.x()), std::min(m_path.bounds.top(), point.y())),
                QPointF(std::max(m_path.bounds.right(), point.x()), std::max(m_path.bounds.bottom(), point.y())));
        m_path.isEmpty = false;
    }

    void moveTo(double x, double y)
    {
        m_path.start = m_path.pen = m_state.toSeen.map(QPointF(x, y));
        extend(m_path.pen);
    }

    void lineTo(double x, double y)
    {
        const QPointF to = m_state.toSeen.map(QPointF(x, y));
        addLine(to);
        extend(to);
    }

    void addLine(const QPointF &to)
    {
        constexpr size_t mostLines = 10'000; // of one path
        if (m_path.lines.size() < mostLines)
            m_path.lines.push_back({m_path.pen, to});
        m_path.pen = to;
    }

    void curveTo(double x, double y)
    {
        m_path.pen = m_state.toSeen.map(QPointF(x, y));
        m_path.isStraight = false;
        extend(m_path.pen);
    }

    void closePath() { addLine(m_path.start); }

    void addRectangle()
    {
        const QRectF rectangle
            = m_state.toSeen.mapRect(QRectF(number(0), number(1), number(2), number(3)).normalized());
        m_path.rectangles.push_back(rectangle);
        m_path.start = m_path.pen = rectangle.topLeft();
        extend(rectangle.topLeft());
        extend(rectangle.bottomRight());
    }

    void endPath(bool stroked, bool filled)
    {
        if ((stroked || filled) && !m_path.isEmpty)
            ++m_contents.paths;
        if (stroked) {
            for (const Path::Piece &line : m_path.lines)
                addStroke(line.from, line.to);
            for (const QRectF &r : m_path.rectangles) {
                addStroke(r.topLeft(), r.topRight());
                addStroke(r.bottomLeft(), r.bottomRight());
                addStroke(r.topLeft(), r.bottomLeft());
                addStroke(r.topRight(), r.bottomRight());
            }
        }
        if (filled) {
            for (const QRectF &r : m_path.rectangles)
                m_contents.shapes.addFill(r.intersected(m_state.clip));
            if (m_path.rectangles.empty() && m_path.isStraight && m_path.lines.size() <= 5)
                m_contents.shapes.addFill(m_path.bounds.intersected(m_state.clip));
        }
        if (m_path.clips && !m_path.isEmpty)
            m_state.clip = m_state.clip.intersected(m_path.bounds);
        m_path = {};
    }

    void addStroke(const QPointF &from, const QPointF &to)
    {
        const QRectF &clip = m_state.clip;
        const auto clipped = [&](const QPointF &p) {
            return QPointF(std::clamp(p.x(), clip.left(), std::max(clip.left(), clip.right())),
                std::clamp(p.y(), clip.top(), std::max(clip.top(), clip.bottom())));
        };
        m_contents.shapes.addStroke(clipped(from), clipped(to));
    }

    PageContents &m_contents;
    const FindFont &m_findFont;
    QPDFObjectHandle m_resources;
    std::vector<QPDFObjectHandle> m_operands;
    std::vector<GraphicsState> m_states;
    GraphicsState m_state;
    QTransform m_line;
    QTransform m_text;
    Path m_path;
    qsizetype m_operators = 0;
    int m_depth = 0;
};

} // namespace

void readContents(QPDFObjectHandle page, const QTransform &toSeen, const FindFont &findFont, PageContents &contents)
{
    Reader reader(contents, findFont, toSeen, contents.shapes.page());
    reader.readStream(page, QPDFPageObjectHelper(page).getAttribute("/Resources", false));
}

} // namespace render
