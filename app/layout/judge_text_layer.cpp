// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/layout/read_text_layer.h"

#include "app/layout/rubbish.h"

#include <QCoreApplication>

namespace layout {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TextLayer)
};

constexpr double mostUnmapped = 0.1; // more nameless characters than this: the text cannot be read
constexpr double scanCoverage = 0.7; // a raster picture over so much of the page is a scan
constexpr double hiddenShare = 0.5; // more invisible characters than this: a hidden layer
constexpr qsizetype pathsOfCurves = 20; // a few words drawn as curves make more paths than this
constexpr double fewCharactersOnScan = 40; // a stamp or page number on a scan is not its text

} // namespace

TextLayerVerdict judgeTextLayer(const document::TextLayer &layer)
{
    qsizetype characters = 0;
    for (const document::TextLayerWord &word : layer.words)
        characters += word.text.size();
    const qsizetype painted = std::max(layer.paintedCharacters, characters);
    const bool isScan = layer.pictureCoverage >= scanCoverage;
    if (characters == 0) {
        if (painted > 0)
            return {false, Words::tr("Read as a picture: its fonts do not say which letters they draw")};
        if (!layer.pictures.isEmpty())
            return {false, Words::tr("Read as a picture: there is no text layer")};
        if (layer.paths >= pathsOfCurves)
            return {false, Words::tr("Read as a picture: the text is drawn as curves")};
        return {true, Words::tr("The page is blank")};
    }
    if (double(layer.unmappedCharacters) > mostUnmapped * double(painted))
        return {false, Words::tr("Read as a picture: its fonts do not say which letters they draw")};
    const double rubbish = rubbishShare(layer);
    const bool isHidden = double(layer.invisibleCharacters) > hiddenShare * double(painted);
    if (isHidden || isScan) {
        if (double(characters) < fewCharactersOnScan)
            return {false, Words::tr("Read as a picture: the text layer holds only a few words of the scan")};
        if (rubbish > mostRubbishInScans)
            return {false,
                Words::tr("Read as a picture: the text layer is rubbish (%1 % of its words look like none)")
                    .arg(qRound(100 * rubbish))};
        return {true, Words::tr("Text kept (an earlier reading of the scan, it looks sound)")};
    }
    if (rubbish > mostRubbishInPrint)
        return {false,
            Words::tr("Read as a picture: the text layer is rubbish (%1 % of its words look like none)")
                .arg(qRound(100 * rubbish))};
    return {true, Words::tr("Text kept (born digital)")};
}

} // namespace layout
