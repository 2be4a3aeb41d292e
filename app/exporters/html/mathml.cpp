// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/html/mathml.h"

#include "app/exporters/html/tex_symbols.h"

#include <QHash>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace exporters {

namespace {

constexpr int deepestNesting = 40; // a formula of a page has a handful; the reader recurses

QString element(QStringView name, const QString &content, QStringView attributes = {})
{
    return u"<%1%2>%3</%1>"_s.arg(name, attributes, content);
}

QString leaf(QStringView name, QStringView text, QStringView attributes = {})
{
    return element(name, text.toString().toHtmlEscaped(), attributes);
}

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// A piece with what its scripts need to know.
struct Atom {
    QString html;
    bool limitsBelow = false; ///< sums and limits: scripts go above and below
};

/// Reads TeX once from left to right; @c ok turns false where braces or environments do not match.
class TexReader {
public:
    TexReader(QStringView tex, bool display)
        : m_tex(tex)
        , m_display(display)
    {
    }

    bool ok = true;

    QString read()
    {
        QString html = rows({});
        ok = ok && m_at == m_tex.size();
        return html;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_tex.size(); }
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_tex[m_at]; }
    [[nodiscard]] bool startsWith(QStringView what) const { return m_tex.sliced(m_at).startsWith(what); }

    void skipBlanks()
    {
        while (!atEnd() && m_tex[m_at].isSpace())
            ++m_at;
    }

    /// The command at a backslash: a word, or one sign.
    QString command()
    {
        ++m_at;
        const qsizetype start = m_at;
        while (!atEnd() && isLetter(m_tex[m_at]))
            ++m_at;
        if (m_at == start && !atEnd())
            ++m_at;
        return m_tex.sliced(start, m_at - start).toString();
    }

    /// Whether the row ends here: `}`, `&`, `\\`, `\right`, `\end`.
    [[nodiscard]] bool endsRow() const
    {
        if (atEnd() || peek() == u'}' || peek() == u'&')
            return true;
        return peek() == u'\\'
            && (startsWith(u"\\\\") || startsWith(u"\\end{") || isCommand(u"\\right") || isCommand(u"\\cr"));
    }

    [[nodiscard]] bool isCommand(QStringView name) const
    {
        const qsizetype end = m_at + name.size();
        return startsWith(name) && (end >= m_tex.size() || !isLetter(m_tex[end]));
    }

    /// Cells and rows up to `\end{environment}`, or of the whole formula.
    QString rows(const QString &environment)
    {
        QStringList lines;
        QStringList cells;
        bool isTable = !environment.isEmpty();
        while (ok) {
            cells.append(row());
            if (peek() == u'&') {
                ++m_at;
                isTable = true;
                continue;
            }
            if (startsWith(u"\\\\") || isCommand(u"\\cr")) {
                command();
                skipRowSpace();
                isTable = true;
                endLine(lines, cells);
                continue;
            }
            break;
        }
        if (!isTable)
            return cells.join(QString());
        const bool isTrailing = !lines.isEmpty() && cells.size() == 1 && cells.first().isEmpty(); // after a last `\\`
        if (!isTrailing)
            endLine(lines, cells);
        return element(u"mtable", lines.join(QString()),
            environment.startsWith("align"_L1) || environment == u"split" ? u" class=\"align\"" : QStringView());
    }

    static void endLine(QStringList &lines, QStringList &cells)
    {
        QString line = u"<mtr>"_s;
        for (const QString &cell : cells)
            line.append("<mtd><mrow>"_L1).append(cell).append("</mrow></mtd>"_L1);
        lines.append(line + u"</mtr>"_s);
        cells.clear();
    }

    /// `\\[2mm]`
    void skipRowSpace()
    {
        if (peek() != u'[')
            return;
        const QStringView near = m_tex.sliced(m_at, std::min<qsizetype>(12, m_tex.size() - m_at));
        const qsizetype close = near.indexOf(u']');
        if (close > 1 && isDigit(near[1]))
            m_at += close + 1;
    }

    QString row()
    {
        QString html;
        for (skipBlanks(); ok && !endsRow(); skipBlanks())
            html.append(scripted());
        return html;
    }

    /// An atom with its `_`, `^` and primes.
    QString scripted()
    {
        const Atom base = peek() == u'^' || peek() == u'_' || peek() == u'\'' ? Atom{u"<mrow></mrow>"_s} : atom();
        QString below;
        QString above;
        QString primes;
        for (skipBlanks(); ok && !atEnd(); skipBlanks()) {
            if (isCommand(u"\\limits") || isCommand(u"\\nolimits")) {
                command();
            } else if (peek() == u'\'') {
                ++m_at;
                primes.append(u'′');
            } else if ((peek() == u'_' && below.isEmpty()) || (peek() == u'^' && above.isEmpty())) {
                QString &place = peek() == u'_' ? below : above;
                place = script();
            } else {
                break;
            }
        }
        if (!primes.isEmpty())
            above = above.isEmpty() ? leaf(u"mo", primes) : element(u"mrow", leaf(u"mo", primes) + above);
        if (below.isEmpty() && above.isEmpty())
            return base.html;
        const bool stacked = base.limitsBelow && m_display;
        if (above.isEmpty())
            return element(stacked ? u"munder" : u"msub", base.html + below);
        if (below.isEmpty())
            return element(stacked ? u"mover" : u"msup", base.html + above);
        return element(stacked ? u"munderover" : u"msubsup", base.html + below + above);
    }

    QString script()
    {
        ++m_at;
        return argument();
    }

    /// What a command or a script takes: a group or one atom.
    QString argument()
    {
        skipBlanks();
        if (endsRow() || peek() == u'^' || peek() == u'_' || m_depth >= deepestNesting) {
            ok = false;
            return {};
        }
        ++m_depth; // \hat\hat\hat…
        const QString html = atom().html;
        --m_depth;
        return html;
    }

    QString group()
    {
        if (++m_depth > deepestNesting)
            ok = false;
        ++m_at;
        QString html = ok ? row() : QString();
        if (ok && (startsWith(u"\\\\") || peek() == u'&')) { // rows in braces
            html.clear();
            ok = false;
        }
        ok = ok && peek() == u'}';
        ++m_at;
        --m_depth;
        return element(u"mrow", html);
    }

    /// The inside of `{…}` as letters, for \text and names.
    QString rawGroup()
    {
        skipBlanks();
        if (peek() != u'{') {
            ok = ok && !atEnd();
            return atEnd() ? QString() : QString(m_tex[m_at++]);
        }
        int depth = 0;
        const qsizetype start = m_at + 1;
        for (; !atEnd(); ++m_at) {
            if (peek() == u'\\') {
                ++m_at;
                continue;
            }
            depth += peek() == u'{' ? 1 : peek() == u'}' ? -1 : 0;
            if (depth == 0)
                break;
        }
        ok = ok && !atEnd();
        m_at = std::min(m_at, m_tex.size());
        const QString inside = ok ? m_tex.sliced(start, m_at - start).toString() : QString();
        ++m_at;
        return inside;
    }

    Atom atom()
    {
        const QChar c = peek();
        if (c == u'{')
            return {group()};
        if (c == u'\\')
            return commandAtom();
        if (isDigit(c))
            return {number()};
        ++m_at;
        if (c == u'~')
            return {u"<mspace width=\"0.33em\"></mspace>"_s};
        if (isLetter(c) || (c.isLetter() && !c.isSurrogate()))
            return {leaf(u"mi", QStringView(&c, 1))};
        if (c.isHighSurrogate() && !atEnd())
            return {leaf(u"mi", m_tex.sliced(m_at++ - 1, 2))};
        return {leaf(u"mo",
            c == u'-'       ? u"−"
                : c == u'*' ? u"∗"
                            : QStringView(&c, 1),
            isFence(c) ? u" stretchy=\"false\"" : QStringView())};
    }

    static bool isFence(QChar c) { return u"()[]|/"_s.contains(c); }

    QString number()
    {
        const qsizetype start = m_at;
        while (!atEnd()
            && (isDigit(peek())
                || ((peek() == u'.' || peek() == u',') && m_at + 1 < m_tex.size() && isDigit(m_tex[m_at + 1]))))
            ++m_at;
        return leaf(u"mn", m_tex.sliced(start, m_at - start));
    }

    Atom commandAtom()
    {
        const QString name = command();
        if (const TexSymbol symbol = texSymbol(name); !symbol.text.isEmpty())
            return symbolAtom(symbol);
        if (const QString accent = texAccent(name); !accent.isEmpty()) {
            const bool isUnder = name.startsWith("under"_L1);
            const QString base = argument();
            const QString mark = leaf(u"mo", accent, name.size() > 5 ? u" stretchy=\"true\"" : u" stretchy=\"false\"");
            return {element(isUnder ? u"munder" : u"mover", base + mark, isUnder ? u"" : u" accent=\"true\""),
                name.endsWith("brace"_L1)};
        }
        if (const QString space = spaceWidth(name); !space.isEmpty())
            return {u"<mspace width=\"%1\"></mspace>"_s.arg(space)};
        if (u"%{}_#&$|"_s.contains(name) && name.size() == 1)
            return {leaf(u"mo", name == u"|" ? QString(u'‖') : name, u" stretchy=\"false\"")};
        return longCommand(name);
    }

    static Atom symbolAtom(const TexSymbol &symbol)
    {
        switch (symbol.kind) {
        case SymbolKind::
            Identifier: // upright: few text fonts have italic Greek, and a browser without a math font shows boxes
            return {leaf(u"mi", symbol.text, u" mathvariant=\"normal\"")};
        case SymbolKind::Large:
            return {leaf(u"mo", symbol.text), true};
        case SymbolKind::Limit:
            return {leaf(u"mi", symbol.text), true};
        case SymbolKind::Function:
            return {leaf(u"mi", symbol.text) + u"<mo>&#x2061;</mo>"_s};
        default:
            return {leaf(u"mo", symbol.text)};
        }
    }

    static QString spaceWidth(const QString &name)
    {
        static const QHash<QString, QString> widths{{u","_s, u"0.17em"_s}, {u":"_s, u"0.22em"_s}, {u";"_s, u"0.28em"_s},
            {u"!"_s, u"-0.17em"_s}, {u" "_s, u"0.33em"_s}, {u"\n"_s, u"0.33em"_s}, {u"quad"_s, u"1em"_s},
            {u"qquad"_s, u"2em"_s}, {u"thinspace"_s, u"0.17em"_s}, {u"enspace"_s, u"0.5em"_s}};
        return widths.value(name);
    }

    Atom longCommand(const QString &name)
    {
        if (name == u"frac" || name == u"dfrac" || name == u"tfrac" || name == u"cfrac") {
            const QString upper = argument();
            return {element(u"mfrac", upper + argument())};
        }
        if (name == u"binom") {
            const QString upper = argument();
            return {element(u"mrow",
                u"<mo>(</mo>"_s + element(u"mfrac", upper + argument(), u" linethickness=\"0\"") + u"<mo>)</mo>"_s)};
        }
        if (name == u"sqrt")
            return {root()};
        if (name == u"underset" || name == u"overset" || name == u"stackrel") {
            const QString mark = argument();
            return {element(name == u"underset" ? u"munder" : u"mover", argument() + mark)};
        }
        if (name == u"left")
            return {delimited()};
        if (name == u"begin")
            return {environment()};
        if (name.startsWith("big"_L1, Qt::CaseInsensitive) || name == u"middle")
            return {leaf(u"mo", delimiter(), u" stretchy=\"true\"")};
        return textCommand(name);
    }

    Atom textCommand(const QString &name)
    {
        static const QStringList dropped{u"displaystyle"_s, u"textstyle"_s, u"scriptstyle"_s, u"nonumber"_s, u"notag"_s,
            u"hline"_s, u"left."_s, u"right."_s, u"mathstrut"_s};
        if (dropped.contains(name))
            return {};
        if (name == u"label")
            return rawGroup(), Atom{};
        if (name == u"tag")
            return {u"<mspace width=\"2em\"></mspace>"_s + leaf(u"mtext", u'(' + rawGroup() + u')')};
        if (name == u"text" || name == u"mbox" || name == u"textrm" || name == u"textbf" || name == u"textit"
            || name == u"hbox")
            return {leaf(u"mtext", spacedText(rawGroup()))};
        if (name == u"mathrm" || name == u"operatorname" || name == u"rm")
            return upright();
        if (name == u"mathop" || name == u"mathbin" || name == u"mathrel" || name == u"mathit")
            return {argument(), name == u"mathop"};
        if (name.startsWith("math"_L1) || name == u"boldsymbol" || name == u"bm")
            return {styled(name)};
        if (name == u"not") {
            const QString next = argument();
            return {QString(next).insert(next.lastIndexOf("</"_L1), u'\u0338')};
        }
        if (name == u"bmod" || name == u"pmod")
            return {leaf(u"mi", u"mod")};
        return {leaf(u"mtext", u'\\' + name)}; // unknown: shown as it stands
    }

    /// Blanks at the ends of a text count in a formula.
    static QString spacedText(QString text) { return text.replace(u' ', u'\u00a0').remove(u'$'); }

    Atom upright()
    {
        skipBlanks();
        QString inside = rawGroup();
        if (std::ranges::all_of(inside, [](QChar c) {
                return isLetter(c) || c.isSpace() || c.isLetter() || isDigit(c) || c == u'.' || c == u'-';
            }))
            return {leaf(u"mi", inside.remove(u' '), u" mathvariant=\"normal\"")};
        return {nested(inside)};
    }

    QString styled(const QString &name)
    {
        const QString inside = rawGroup();
        if (!std::ranges::all_of(inside, [](QChar c) { return isLetter(c) || isDigit(c) || c.isSpace(); }))
            return nested(inside);
        QString letters;
        for (const QChar c : inside) {
            if (!c.isSpace())
                letters.append(inAlphabet(c, name));
        }
        return leaf(u"mi", letters, u" mathvariant=\"normal\"");
    }

    QString nested(const QString &inside)
    {
        TexReader reader(inside, m_display);
        reader.m_depth = m_depth + 1;
        if (reader.m_depth > deepestNesting) {
            ok = false;
            return {};
        }
        const QString html = reader.read();
        ok = ok && reader.ok;
        return element(u"mrow", html);
    }

    QString root()
    {
        skipBlanks();
        QString degree;
        if (peek() == u'[') {
            const qsizetype close = m_tex.indexOf(u']', m_at);
            if (close < 0 || close - m_at > 40) {
                ok = false;
                return {};
            }
            degree = nested(m_tex.sliced(m_at + 1, close - m_at - 1).toString());
            m_at = close + 1;
        }
        const QString inside = argument();
        return degree.isEmpty() ? element(u"msqrt", inside) : element(u"mroot", inside + degree);
    }

    /// The sign behind \left, \right, \big: one character or a command; `.` is none.
    QString delimiter()
    {
        skipBlanks();
        if (atEnd()) {
            ok = false;
            return {};
        }
        if (peek() != u'\\') {
            const QChar c = m_tex[m_at++];
            return c == u'.' ? QString() : c == u'<' ? u"⟨"_s : c == u'>' ? u"⟩"_s : QString(c);
        }
        const QString name = command();
        const QString known = texSymbol(name).text;
        return !known.isEmpty() ? known : name == u"|" ? u"‖"_s : name;
    }

    QString delimited()
    {
        if (++m_depth > deepestNesting)
            ok = false;
        const QString open = leaf(u"mo", delimiter(), u" stretchy=\"true\"");
        const QString inside = ok ? row() : QString();
        ok = ok && isCommand(u"\\right");
        if (!ok)
            return {};
        command();
        const QString close = leaf(u"mo", delimiter(), u" stretchy=\"true\"");
        --m_depth;
        return element(u"mrow", open + inside + close);
    }

    QString environment()
    {
        static const QHash<QString, QString> fences{{u"pmatrix"_s, u"()"_s}, {u"bmatrix"_s, u"[]"_s},
            {u"Bmatrix"_s, u"{}"_s}, {u"vmatrix"_s, u"||"_s}, {u"Vmatrix"_s, u"‖‖"_s}, {u"cases"_s, u"{"_s}};
        if (++m_depth > deepestNesting)
            ok = false;
        const QString name = rawGroup();
        if (name == u"array" || name == u"tabular") {
            skipBlanks();
            if (peek() == u'{')
                rawGroup();
        }
        const QString table = ok ? rows(name) : QString();
        ok = ok && startsWith(u"\\end{"_s + name + u'}');
        if (!ok)
            return {};
        m_at += name.size() + 6;
        --m_depth;
        const QString signs = fences.value(name);
        const QString open = signs.isEmpty() ? QString() : leaf(u"mo", signs.first(1), u" stretchy=\"true\"");
        const QString close = signs.size() < 2 ? QString() : leaf(u"mo", signs.last(1), u" stretchy=\"true\"");
        return element(u"mrow", open + table + close);
    }

    QStringView m_tex;
    bool m_display;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

QString mathMl(const QString &tex, bool display)
{
    TexReader reader(tex, display);
    const QString html = reader.read();
    const QString escaped = tex.toHtmlEscaped();
    if (!reader.ok)
        return (display ? u"<code class=\"tex\">\\[%1\\]</code>"_s : u"<code class=\"tex\">\\(%1\\)</code>"_s)
            .arg(escaped);
    return u"<math%1><semantics><mrow>%2</mrow><annotation encoding=\"application/x-tex\">%3</annotation></semantics></math>"_s
        .arg(display ? u" display=\"block\""_s : QString(), html, escaped);
}

} // namespace exporters
