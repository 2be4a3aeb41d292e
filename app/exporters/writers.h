// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exporters/document_writer.h"

namespace exporters {

[[nodiscard]] std::unique_ptr<DocumentWriter> makeMarkdownWriter(Output output);
[[nodiscard]] std::unique_ptr<DocumentWriter> makeTextWriter(Output output);
[[nodiscard]] std::unique_ptr<DocumentWriter> makeJsonWriter(Output output);
[[nodiscard]] std::unique_ptr<DocumentWriter> makeHtmlWriter(Output output);
[[nodiscard]] std::unique_ptr<DocumentWriter> makeOfficeWriter(Output output);

} // namespace exporters
