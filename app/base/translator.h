// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace base {

/// The product's texts in one language. Texts outside of classes have contexts that lupdate cannot always tell: it files them under the
/// class without its room ("EmptyParse"), or under the name of what declares them, "Words".
class Translator : public QTranslator {
public:
    using QTranslator::QTranslator;

    /// Our own texts, or, for a locale of no language we know, English: its file has "1 page" and "2 pages".
    void loadOwn(const QLocale &locale);

    [[nodiscard]] QString translate(
        const char *context, const char *source, const char *disambiguation, int n) const override;
};

} // namespace base
