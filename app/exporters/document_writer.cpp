// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exporters/document_writer.h"

#include "app/exporters/writers.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace exporters {

namespace {

constexpr std::array<std::pair<Format, QStringView>, 5> names{{{Format::Markdown, u"md"}, {Format::PlainText, u"txt"},
    {Format::Html, u"html"}, {Format::Json, u"json"}, {Format::Docx, u"docx"}}};

} // namespace

std::unique_ptr<DocumentWriter> makeWriter(Format format, Output output)
{
    switch (format) {
    case Format::Markdown:
        return makeMarkdownWriter(std::move(output));
    case Format::PlainText:
        return makeTextWriter(std::move(output));
    case Format::Html:
        return makeHtmlWriter(std::move(output));
    case Format::Json:
        return makeJsonWriter(std::move(output));
    case Format::Docx:
        return makeOfficeWriter(std::move(output));
    }
    std::unreachable();
}

QString extensionOf(Format format)
{
    for (const auto &[known, name] : names) {
        if (known == format)
            return name.toString();
    }
    std::unreachable();
}

std::optional<Format> formatNamed(QStringView name)
{
    for (const auto &[format, known] : names) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            return format;
    }
    return std::nullopt;
}

} // namespace exporters
