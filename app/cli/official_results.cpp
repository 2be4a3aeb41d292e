// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/official_results.h"

#include "app/cli/drawn_boxes.h"
#include "app/cli/drawn_geometry.h"
#include "app/markdown/figure.h"
#include "app/markdown/official_text.h"
#include "app/markdown/write_transcript.h"

#include <QCoreApplication>

#include <cstring>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OfficialResults)
};

} // namespace

OfficialResults::OfficialResults(base::NativePath folder, Pages pages, base::AtomicFile::IfExists ifExists)
    : m_folder(std::move(folder))
    , m_pages(pages)
    , m_ifExists(ifExists)
    , m_images(m_folder / "images", ifExists)
    , m_boxes(m_folder, ifExists)
{
}

base::Result<void> OfficialResults::begin()
{
    std::error_code error;
    if (!m_folder.empty())
        std::filesystem::create_directories(m_folder, error);
    if (error)
        return base::failure(base::ErrorCode::ExportFailed,
            Words::tr("the folder %1 cannot be made (%2)")
                .arg(base::displayName(m_folder), QString::fromLocal8Bit(std::strerror(error.value()))),
            Words::tr("choose another folder with -o"));
    base::Result<base::AtomicFile> text = base::AtomicFile::create(textFile(), m_ifExists);
    if (!text)
        return std::unexpected(text.error());
    m_text = *std::move(text);
    return {};
}

base::Result<void> OfficialResults::addPage(const document::PageContent &content)
{
    if (content.picture.isNull())
        return {};
    if (!m_text) {
        if (const base::Result<void> begun = begin(); !begun)
            return begun;
    }
    const document::Page &page = content.page;
    const bool isDocument = m_pages == Pages::Several;
    const QString transcript
        = page.transcript.isEmpty() ? markdown::writeTranscript(page.blocks) : page.transcript; // a text layer has none
    const markdown::OfficialText official
        = markdown::officialText(transcript, content.picture.size(), isDocument ? page.number - 1 : -1);
    const QByteArray pageEnd = isDocument ? QByteArrayLiteral("\n\n<--- Page Split --->\n") : QByteArray();
    if (const base::Result<void> written = m_text->write(official.text.toUtf8() + pageEnd); !written)
        return written;
    for (const markdown::OfficialCrop &crop : official.crops) {
        if (const base::Result<void> added = m_images.add({crop.file, content.picture.copy(crop.box)}); !added)
            return added;
    }
    const document::Figure figure = isDocument ? document::Figure() : markdown::parseFigure(transcript);
    if (const auto *geometry = std::get_if<document::Geometry>(&figure)) { // the PDF script writes none
        if (const base::Result<void> added = m_boxes.add({QStringLiteral("geo.jpg"), drawnGeometry(*geometry)}); !added)
            return added;
    }
    const QString name = isDocument ? QStringLiteral("result_with_boxes_%1.jpg").arg(page.number - 1)
                                    : QStringLiteral("result_with_boxes.jpg");
    return m_boxes.add({name, drawnBoxes(content.picture, official.boxes)});
}

base::Result<void> OfficialResults::finish()
{
    if (!m_text)
        return {};
    for (ImagesFolder *folder : {&m_images, &m_boxes}) {
        if (const base::Result<void> committed = folder->commit(); !committed)
            return committed;
    }
    return m_text->commit();
}

} // namespace cli
