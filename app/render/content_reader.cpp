// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/content_reader.h"

#include "app/render/drawn_path.h"

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
            m_path.moveTo(point(0));
            break;
        case name("l"):
            m_path.lineTo(point(0));
            break;
        case name("c"):
            m_path.curveTo({point(0), point(2)}, point(4));
            break;
        case name("v"):
        case name("y"):
            m_path.curveTo({point(0)}, point(2));
            break;
        case name("h"):
            m_path.close();
            break;
        case name("re"):
            addRectangle();
            break;
        case name("W"):
        case name("W*"):
            m_isPathClip = true;
            break;
        case name("s"):
            m_path.close();
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
            m_path.close();
            [[fallthrough]];
        case name("B"):
        case name("B*"):
            endPath(true, true);
            break;
        case name("n"):
            endPath(false, false);
            break;
        case name("sh"):
            m_contents.drawings.addArea(m_state.clip);
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

    [[nodiscard]] QPointF point(size_t i) const { return m_state.toSeen.map(QPointF(number(i), number(i + 1))); }

    void addRectangle()
    {
        const QRectF rectangle = QRectF(number(0), number(1), number(2), number(3)).normalized();
        m_path.addRectangle(m_state.toSeen.mapRect(rectangle));
    }

    void endPath(bool stroked, bool filled)
    {
        if ((stroked || filled) && !m_path.isEmpty())
            ++m_contents.paths;
        if (stroked)
            m_path.stroke(m_contents.shapes, m_state.clip);
        if (filled)
            m_path.fill(m_contents.shapes, m_state.clip);
        if (stroked || filled)
            m_path.mark(m_contents.drawings, m_state.clip, filled);
        if (m_isPathClip && !m_path.isEmpty())
            m_state.clip = m_state.clip.intersected(m_path.bounds());
        m_path = {};
        m_isPathClip = false;
    }

    PageContents &m_contents;
    const FindFont &m_findFont;
    QPDFObjectHandle m_resources;
    std::vector<QPDFObjectHandle> m_operands;
    std::vector<GraphicsState> m_states;
    GraphicsState m_state;
    QTransform m_line;
    QTransform m_text;
    DrawnPath m_path;
    bool m_isPathClip = false; ///< once it is painted, what follows is cut off at its edge
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
