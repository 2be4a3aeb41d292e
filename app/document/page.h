// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/dpi.h"
#include "app/base/result.h"
#include "app/document/figure.h"
#include "app/document/words.h"

#include <QImage>

#include <optional>

namespace document {

/// A labelled box of the page: what the reader saw where.
struct Region {
    QString label; ///< verbatim: title, sub_title, text, image, table, … or one nobody has heard of
    QList<base::NormalizedRect> boxes;

    bool operator==(const Region &) const = default;
};

/// A paragraph, heading, table, formula or picture of a page.
///
/// @c markdown is the block's canonical source: inline Markdown (escaped where the page has markup characters), list markers
/// kept, formulas as \( … \) and \[ … \], the heading's hashes and the caption's <center> removed. @c text is the same in plain
/// words for people and scripts: no markup but formulas; words parted at a line end are joined.
struct Block {
    QString id; ///< "p3-b7": page and order, both from 1; stable while the block lives
    QString type; ///< the label of the model specification verbatim
    int level = 0; ///< 1..6 for headings, else 0
    QString markdown;
    QString text;
    QString html; ///< tables only: sanitised <table> with spans
    QString image; ///< file name of its picture ("p0003-01.png"), relative to the images folder; empty for none
    QList<base::NormalizedRect> boxes; ///< several when it goes on in another column; never more than a reader gave
    QList<Line> lines;
    QList<Word> words;
    bool doubtedRepetition = false; ///< its text loops
    bool isCorrected = false; ///< a person changed it since it was read: no reading may change it
    std::optional<Figure> figure; ///< what its picture shows, where that was read as well

    [[nodiscard]] base::NormalizedRect box() const { return base::united(boxes); }
    bool operator==(const Block &) const = default;
};

enum class PageStatus {
    Unread,
    Reading,
    Ok,
    Partial, ///< some of it was read: cut off, stopped, or a loop was cut
    Failed,
};

enum class PageUnit { Points, Pixels };

/// Size of a page as a reader of the file sees it (PDF /Rotate, crop box and EXIF applied).
struct PageGeometry {
    QSizeF size;
    PageUnit unit = PageUnit::Points;
    base::Dpi resolution{72}; ///< of a picture as its file says, 0 when it says nothing; 72 for PDF
    int frame
        = 0; ///< which image of its file a picture is (a TIFF's thumbnails are no pages); the page's index for PDF
    int exifOrientation
        = 1; ///< how the stored pixels of a picture lie, 1 (upright) to 8 as EXIF counts; @c size has it applied

    bool operator==(const PageGeometry &) const = default;
};

/// One page with what was read from it.
struct Page {
    int number = 1; ///< from 1, in the file
    PageGeometry geometry;
    PageStatus status = PageStatus::Unread;
    QString reader; ///< text, tesseract, deepseek-ocr, replay, or a foreign server's model
    QString reason; ///< why this reader, in plain words
    int orientation = 0; ///< degrees clockwise the page was turned before reading: 0, 90, 180 or 270
    std::optional<base::Error> error;
    QString transcript; ///< the reader's raw text; empty for a text layer
    QList<Block> blocks; ///< in reading order

    bool operator==(const Page &) const = default;
};

/// The picture of a figure block, cut from the page.
struct Crop {
    QString name; ///< as in Block::image
    QImage image;
};

/// What a page cost a network, in its tokens.
struct TokenUse {
    int text = 0; ///< of the answer, without the token that ends it
    int vision = 0; ///< of the picture's views, as the engine counts them (recto.vision_tokens); 0: not told
    int validVision = 0; ///< of them, those that show the picture rather than padding; 0: not told
    int laterReadings = 0; ///< how often the page was read again, which is not counted here

    bool operator==(const TokenUse &) const = default;
};

/// A page read, with the crops its image blocks name.
struct PageContent {
    Page page;
    QList<Crop> crops;
    std::optional<TokenUse> tokens; ///< of the page's first reading; none where no network read
    QImage picture; ///< the page as it was sent, upright; null unless it was to be kept
};

/// Lets go of the memory that its lists and texts hold in reserve, a half of all: for pages that are kept.
void squeeze(Page &page);

[[nodiscard]] QString statusName(PageStatus status); ///< "ok", "partial", "failed", "unread", "reading"
[[nodiscard]] QString unitName(PageUnit unit); ///< "pt" or "px"

} // namespace document
