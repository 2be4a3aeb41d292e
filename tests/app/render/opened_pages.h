// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/open_document.h"
#include "app/render/render_page.h"
#include "tests/support/sample_files.h"

#include <gtest/gtest.h>

/// A file opened as a page worker opens it.
class OpenedPages {
public:
    explicit OpenedPages(const base::NativePath &path, const QString &password = {})
    {
        const base::Result<intake::Opened> opened = intake::openDocument(path, {password});
        EXPECT_TRUE(opened.has_value()) << (opened ? "" : opened.error().what.toStdString());
        if (!opened)
            return;
        document = opened->document;
        pages = std::move(render::PageSource::open(document, opened->password)).value();
    }

    [[nodiscard]] base::Result<QImage> draw(
        int pageIndex, double dpi, render::Annotations shown = render::Annotations::Shown) const
    {
        return pages->renderPage(pageIndex, base::Dpi{dpi}, shown, {});
    }

    document::Document document;
    std::unique_ptr<render::PageSource> pages;
};
