// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/sheet.h"

#include "app/layout/script.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace layout {

namespace {

constexpr double thickestRule = 4; // points; thicker bars are grounds behind headings
constexpr double shortestRule = 8; // points; shorter ones belong to letters and formulas
constexpr double backgroundShare = 0.8; // a picture that covers more of the page is what the page is printed on

base::NormalizedRect upright(const base::NormalizedRect &box, int rotation)
{
    return box.turnedBack(rotation); // the page turned back by its words' rotation is what turnedBack computes
}

double bodySizeOf(const std::vector<Token> &tokens)
{
    QHash<int, qsizetype> charactersBySize; // in tenths of a point
    for (const Token &token : tokens)
        charactersBySize[int(std::lround(token.size * 10))] += letterWidths(token.text);
    int best = 100;
    qsizetype most = 0;
    for (auto it = charactersBySize.cbegin(); it != charactersBySize.cend(); ++it) {
        if (it.value() > most || (it.value() == most && it.key() > best)) {
            most = it.value();
            best = it.key();
        }
    }
    return std::max(1.0, best / 10.0);
}

QString bodyFamilyOf(const Sheet &sheet)
{
    QHash<QString, qsizetype> charactersByFamily;
    for (const Token &token : sheet.tokens)
        charactersByFamily[sheet.wordOf(token).font.family] += token.text.size();
    QString best;
    qsizetype most = 0;
    for (auto it = charactersByFamily.cbegin(); it != charactersByFamily.cend(); ++it) {
        if (it.value() > most || (it.value() == most && it.key() < best)) {
            most = it.value();
            best = it.key();
        }
    }
    return best;
}

/// Nothing but blanks and characters without a shape.
bool isUnseen(const QString &text)
{
    return std::all_of(
        text.cbegin(), text.cend(), [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Format; });
}

void addRule(Sheet &sheet, const QRectF &box)
{
    if (box.height() <= thickestRule && box.width() >= shortestRule && box.width() > box.height())
        sheet.horizontalRules.push_back(box);
    else if (box.width() <= thickestRule && box.height() >= shortestRule)
        sheet.verticalRules.push_back(box);
}

} // namespace

base::NormalizedRect Sheet::onPage(const QRectF &box) const
{
    return base::NormalizedRect::of(box, size).turnedBack((360 - rotation) % 360);
}

QRectF Sheet::ofPage(const base::NormalizedRect &box) const
{
    return upright(box, rotation).on(size);
}

Sheet makeSheet(const document::TextLayer &layer, int rotation)
{
    Sheet sheet;
    sheet.layer = &layer;
    sheet.rotation = rotation;
    sheet.size = rotation % 180 == 0 ? layer.size : layer.size.transposed();
    QString sample;
    for (qsizetype i = 0; i < layer.words.size(); ++i) {
        const document::TextLayerWord &word = layer.words[i];
        if (word.rotation != rotation || isUnseen(word.text))
            continue;
        const QRectF box = upright(word.box, rotation).on(sheet.size);
        const double size = word.font.size > 0 ? word.font.size : box.height();
        sheet.tokens.push_back({i, box, logicalOrder(word.text), size});
        sample += word.text;
    }
    sheet.bodySize = bodySizeOf(sheet.tokens);
    sheet.bodyFamily = bodyFamilyOf(sheet);
    sheet.isRightToLeft = isRightToLeft(sample);
    for (const base::NormalizedRect &picture : layer.pictures) {
        if (picture.width() * picture.height() < backgroundShare)
            sheet.pictures.push_back(sheet.ofPage(picture));
    }
    for (const document::Rule &rule : layer.rules)
        addRule(sheet, sheet.ofPage(rule.box));
    return sheet;
}

} // namespace layout
