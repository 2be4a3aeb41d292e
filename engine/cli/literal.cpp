// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/literal.h"

#include <charconv>
#include <cmath>
#include <string>

namespace cli {

namespace {

using nlohmann::json;

/// Recursive descent over the text; every function returns nothing where the text does not fit.
class Parser {
public:
    explicit Parser(std::string_view text)
        : m_text(text)
    {
    }

    std::optional<json> whole()
    {
        auto value = anything(0);
        skipSpace();
        return m_position == m_text.size() ? value : std::nullopt;
    }

private:
    static constexpr int deepest = 32;

    char peek() const { return m_position < m_text.size() ? m_text[m_position] : '\0'; }
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }

    void skipSpace()
    {
        while (m_position < m_text.size()
            && std::string_view(" \t\r\n\f").find(m_text[m_position]) != std::string_view::npos)
            ++m_position;
    }

    bool take(std::string_view word)
    {
        if (!m_text.substr(m_position).starts_with(word))
            return false;
        m_position += word.size();
        return true;
    }

    std::optional<json> anything(int depth)
    {
        skipSpace();
        if (depth > deepest)
            return {};
        switch (peek()) {
        case '[':
        case '(':
            return list(depth);
        case '{':
            return dictionary(depth);
        case '\'':
        case '"':
            return string();
        default:
            break;
        }
        if (take("True"))
            return json(true);
        if (take("False"))
            return json(false);
        if (take("None"))
            return json(nullptr);
        return number();
    }

    /// "(1)" is a number in brackets, "(1,)" and "()" are tuples.
    std::optional<json> list(int depth)
    {
        const char close = m_text[m_position++] == '[' ? ']' : ')';
        json items = json::array();
        bool comma = false;
        for (skipSpace(); peek() != close; skipSpace()) {
            if (!items.empty() && !comma)
                return {};
            auto item = anything(depth + 1);
            if (!item)
                return {};
            items.push_back(std::move(*item));
            skipSpace();
            comma = take(",");
        }
        ++m_position;
        if (close == ')' && items.size() == 1 && !comma)
            return std::move(items[0]);
        return items;
    }

    std::optional<json> dictionary(int depth)
    {
        ++m_position;
        json entries = json::object();
        bool comma = true;
        for (skipSpace(); peek() != '}'; skipSpace()) {
            const char quote = peek();
            const auto key = comma && (quote == '\'' || quote == '"') ? string() : std::nullopt;
            skipSpace();
            if (!key || !take(":"))
                return {};
            auto value = anything(depth + 1);
            if (!value)
                return {};
            entries[key->get<std::string>()] = std::move(*value);
            skipSpace();
            comma = take(",");
        }
        ++m_position;
        return entries;
    }

    std::optional<json> string()
    {
        const char quote = m_text[m_position++];
        std::string value;
        while (m_position < m_text.size() && peek() != quote && peek() != '\n') {
            char c = m_text[m_position++];
            if (c == '\\') {
                constexpr std::string_view escapes = "\\'\"nrt", meanings = "\\'\"\n\r\t";
                const auto index
                    = m_position < m_text.size() ? escapes.find(m_text[m_position]) : std::string_view::npos;
                if (index != std::string_view::npos) {
                    c = meanings[index];
                    ++m_position;
                }
            }
            value += c;
        }
        return take(std::string_view(&quote, 1)) ? std::optional(json(value)) : std::nullopt;
    }

    std::optional<json> number()
    {
        const bool negative = peek() == '-';
        if (negative || peek() == '+')
            ++m_position;
        const std::size_t start = m_position;
        while (isDigit(peek()))
            ++m_position;
        const std::size_t wholeDigits = m_position - start;
        bool fraction = false;
        if (peek() == '.') {
            fraction = true;
            for (++m_position; isDigit(peek());)
                ++m_position;
        }
        if (m_position - start == (fraction ? 1u : 0u))
            return {};
        if (!takeExponent(fraction))
            return {};
        const std::string_view digits = m_text.substr(start, m_position - start);
        const bool onlyZeros = digits.find_first_not_of('0') == std::string_view::npos;
        if (!fraction && wholeDigits > 1 && digits[0] == '0' && !onlyZeros)
            return {};
        double value = 0.0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc{} || end != digits.data() + digits.size())
            return {};
        return json(negative ? -value : value);
    }

    /// @return false when an exponent starts and has no digits.
    bool takeExponent(bool &fraction)
    {
        if (peek() != 'e' && peek() != 'E')
            return true;
        fraction = true;
        ++m_position;
        if (peek() == '-' || peek() == '+')
            ++m_position;
        const std::size_t start = m_position;
        while (isDigit(peek()))
            ++m_position;
        return m_position > start;
    }

    std::string_view m_text;
    std::size_t m_position = 0;
};

} // namespace

std::optional<nlohmann::json> parseLiteral(std::string_view text)
{
    return Parser(text).whole();
}

} // namespace cli
