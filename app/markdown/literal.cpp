// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markdown/literal.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace markdown {

namespace {

constexpr int deepest = 32;
constexpr int mostValues = 100'000;

/// Recursive descent. Once something does not fit, m_isOver: every open list and dictionary then ends with what it has.
class LiteralReader {
public:
    explicit LiteralReader(QStringView text)
        : m_text(text)
    {
    }

    std::optional<QJsonValue> read()
    {
        skipBlanks();
        if (peek() != u'{' && peek() != u'[' && peek() != u'(')
            return std::nullopt;
        return value(0);
    }

    /// After read: the text was a literal to its very end.
    bool isWhole()
    {
        skipBlanks();
        return !m_isOver && m_at == m_text.size();
    }

private:
    char16_t peek() const { return m_at < m_text.size() ? m_text[m_at].unicode() : u'\0'; }

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    bool take(QStringView word)
    {
        if (!m_text.sliced(m_at).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }

    std::optional<QJsonValue> over()
    {
        m_isOver = true;
        return std::nullopt;
    }

    std::optional<QJsonValue> value(int depth)
    {
        skipBlanks();
        if (depth > deepest || ++m_values > mostValues)
            return over();
        switch (peek()) {
        case u'{':
            return dictionary(depth);
        case u'[':
            return list(depth, u']');
        case u'(':
            return list(depth, u')');
        case u'\'':
        case u'"':
            return string();
        default:
            return word();
        }
    }

    std::optional<QJsonValue> word()
    {
        if (take(u"True"))
            return QJsonValue(true);
        if (take(u"False"))
            return QJsonValue(false);
        if (take(u"None"))
            return QJsonValue();
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && QStringView(u"+-.0123456789eE").contains(m_text[m_at]))
            ++m_at;
        const QStringView digits = m_text.sliced(begin, m_at - begin);
        bool isNumber = false;
        const double number = digits.toDouble(&isNumber);
        return isNumber && !hasLeadingZero(digits) ? std::optional(QJsonValue(number)) : over();
    }

    /// 007, which Python refuses; 0, 00 and 0.5 are numbers.
    static bool hasLeadingZero(QStringView number)
    {
        if (number.startsWith(u'-') || number.startsWith(u'+'))
            number = number.sliced(1);
        const auto isDigit = [](QChar c) { return c.isDigit(); };
        return number.size() > 1 && number[0] == u'0' && std::ranges::all_of(number, isDigit)
            && std::ranges::any_of(number, [](QChar c) { return c != u'0'; });
    }

    std::optional<QJsonValue> string()
    {
        const char16_t quote = peek();
        QString text;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == quote) {
                ++m_at;
                return text;
            }
            if (c == u'\\' && m_at + 1 < m_text.size()) {
                const QChar escaped = m_text[++m_at];
                text += escaped == u'n' ? QChar(u'\n') : escaped == u't' ? QChar(u'\t') : escaped;
                continue;
            }
            text += c;
        }
        return over(); // half a string is no value
    }

    /// Whether another element follows; steps over the comma before it, and over the closing bracket.
    bool goesOn(char16_t close, bool isFirst)
    {
        skipBlanks();
        if (m_isOver || m_at >= m_text.size()) {
            m_isOver = true;
            return false;
        }
        const bool hasComma = !isFirst && take(u",");
        if (!isFirst && peek() != close && !hasComma) {
            m_isOver = true;
            return false;
        }
        skipBlanks();
        m_endedInComma = hasComma;
        if (peek() == close) {
            ++m_at;
            return false;
        }
        return true;
    }

    std::optional<QJsonValue> list(int depth, char16_t close)
    {
        QJsonArray items;
        for (++m_at; goesOn(close, items.isEmpty());) {
            const std::optional<QJsonValue> item = value(depth + 1);
            if (!item)
                break;
            items.append(*item);
        }
        const bool isInBrackets = close == u')' && items.size() == 1 && !m_endedInComma; // (1) is 1, (1,) a tuple
        return isInBrackets ? items[0] : QJsonValue(items);
    }

    std::optional<QJsonValue> dictionary(int depth)
    {
        QJsonObject entries;
        bool isFirst = true;
        for (++m_at; goesOn(u'}', isFirst); isFirst = false) {
            const std::optional<QJsonValue> key = value(deepest); // a key holds nothing
            skipBlanks();
            if (!key || !key->isString() || !take(u":")) {
                m_isOver = true;
                break;
            }
            const std::optional<QJsonValue> item = value(depth + 1);
            if (!item)
                break;
            entries.insert(key->toString(), *item);
        }
        return entries;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    int m_values = 0;
    bool m_endedInComma = false;
    bool m_isOver = false;
};

} // namespace

std::optional<QJsonValue> readLiteral(QStringView text)
{
    return LiteralReader(text).read();
}

std::optional<QJsonValue> readWholeLiteral(QStringView text)
{
    LiteralReader reader(text);
    std::optional<QJsonValue> value = reader.read();
    return value && reader.isWhole() ? value : std::nullopt;
}

} // namespace markdown
