// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/session.h"

#include "app/intake/open_document.h"
#include "app/layout/read_text_layer.h"
#include "app/settings/secret_file.h"

#include <QFile>
#include <QtConcurrentRun>

namespace main_window {

namespace {

constexpr qint64 pageBytes = qint64{32} << 20; // two pages of A4 at 200 dpi, seven at screen size
constexpr qint64 tileBytes = qint64{32} << 20; // four screens of 1920 x 1080
constexpr int restMs = 2000;
constexpr base::Dpi figureResolution{200}; // as pipeline::digitizePage cuts them
constexpr qint64 thumbnailBytes = qint64{12} << 20; // some 150 thumbnails

std::shared_ptr<pipeline::Engine> engineFrom(const settings::Settings &settings)
{
    const ocr::EngineHome home = ocr::EngineHome::standard(settings::modelFolder(settings, {}));
    if (settings.engineAddress.isEmpty())
        return std::make_shared<pipeline::Engine>(home);
    QByteArray key;
    if (!settings.apiKeyFile.empty()) // one that cannot be read: the server says that it asks for a key
        key = settings::readSecret(settings.apiKeyFile).value_or(QByteArray()).trimmed();
    const auto address = ocr::engineAddressFrom(settings.engineAddress, key);
    return address ? std::make_shared<pipeline::Engine>(home, *address) : std::make_shared<pipeline::Engine>(home);
}

pipeline::ReadOptions readOptionsFrom(const settings::Settings &settings)
{
    pipeline::ReadOptions options;
    options.reader = pipeline::readerNamed(settings.reader).value_or(pipeline::Reader::Auto);
    options.languages = settings.languages;
    options.resolution = settings.resolution;
    return options;
}

} // namespace

Session::Session(settings::Settings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_images(pageBytes)
    , m_tiles(tileBytes)
    , m_thumbnails(thumbnailBytes)
    , m_queue(&m_store)
    , m_keeper(&m_store)
{
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (m_source)
            m_source->letIdleWorkersGo();
    });
    m_rest.start(restMs);
    connect(&m_keeper, &ProjectKeeper::attached, this, &Session::begin);
    connect(&m_keeper, &ProjectKeeper::placed, this,
        [this](const base::NativePath &project, const std::optional<base::Error> &trouble) {
            if (!m_source)
                return; // closed meanwhile
            m_project = project;
            Q_EMIT projectPlaced();
            if (trouble)
                Q_EMIT projectTrouble(*trouble);
        });
    connect(&m_keeper, &ProjectKeeper::movedTo, this, [this](const base::NativePath &project) { m_project = project; });
}

Session::~Session()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void Session::openDemo(const base::NativePath &picture, const pipeline::ReadOptions &options)
{
    std::error_code ignored;
    std::filesystem::remove(
        base::NativePath(picture).replace_extension(".recto"), ignored); // it plays from its beginning
    open(picture);
    m_demoOptions = options;
}

void Session::open(const base::NativePath &path, const QString &password)
{
    m_demoOptions.reset();
    start(path, [path, password](const std::stop_token &stop) { return openPath(path, password, stop); });
}

void Session::open(const std::shared_ptr<OpeningAhead> &ahead)
{
    m_demoOptions.reset();
    start(ahead->path(), [ahead](const std::stop_token &stop) { return ahead->take(stop); });
}

void Session::openProject(const base::NativePath &project, const base::NativePath &source, const QString &password)
{
    start(source, [project, source, password](const std::stop_token &stop) {
        return openProjectAt(project, source, password, stop);
    });
}

void Session::start(const base::NativePath &shown, const std::function<base::Result<Opening>(std::stop_token)> &work)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    const int generation = ++m_generation;
    QtConcurrent::run(&m_pool, [work, stop = m_stop.get_token()] {
        return work(stop);
    }).then(this, [this, generation, shown](const base::Result<Opening> &opening) {
        if (generation == m_generation)
            take(shown, opening);
    });
}

void Session::take(const base::NativePath &shown, const base::Result<Opening> &opening)
{
    if (!opening) {
        Q_EMIT openFailed(shown, opening.error());
        return;
    }
    if (!opening->source) {
        Q_EMIT sourceMissing(opening->project, opening->missing);
        return;
    }
    m_source = opening->source;
    m_path = m_source->document().source.path;
    m_project.clear();
    m_hasBegun = false;
    m_sha256.clear();
    m_readSha256.clear();
    m_chosenReaders.clear();
    m_images.setSource(m_source);
    if (!opening->firstPage.isNull())
        m_images.put(0, firstPageResolution.value, opening->firstPage);
    m_tiles.setSource(m_source);
    m_thumbnails.setSource(m_source);
    settings::Settings settings = m_settings;
    if (m_demoOptions)
        settings.engineAddress.clear();
    m_engine = engineFrom(settings);
    m_queue.setSource(m_source, m_engine, m_demoOptions.value_or(readOptionsFrom(m_settings)));
    m_keeper.attach(m_source->document(), opening->project);
    hashSource(m_generation);
}

/// The document's own project is there (or there is none): shows what was kept, or unread pages.
void Session::begin(const std::optional<library::SavedProject> &saved)
{
    if (!m_source)
        return; // closed meanwhile
    m_place = saved ? saved->place : 0;
    m_readSha256 = saved ? saved->document.source.sha256 : QByteArray();
    document::Document document = m_source->document();
    document.source.sha256 = m_sha256; // empty until the file has been hashed
    m_store.restore(document, saved ? saved->snapshot : QList<document::Page>(),
        saved ? saved->history : std::vector<document::Command>());
    Q_EMIT opened();
    m_hasBegun = true;
    compareHashes();
}

/// Once both are known: what the file is now, and what it was when it was read.
void Session::compareHashes()
{
    if (!m_hasBegun || m_sha256.isEmpty())
        return;
    if (!m_readSha256.isEmpty() && m_readSha256 != m_sha256)
        Q_EMIT sourceChanged();
    if (m_readSha256 != m_sha256) {
        document::Document document = m_source->document();
        document.source.sha256 = m_sha256;
        m_keeper.setDocument(document);
    }
}

void Session::close()
{
    ++m_generation;
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_queue.setSource({}, {}, {});
    m_keeper.detach();
    m_images.setSource({});
    m_tiles.setSource({});
    m_thumbnails.setSource({});
    m_source.reset();
    m_engine.reset();
    m_demoOptions.reset();
    m_path.clear();
    m_project.clear();
    m_store.open({});
    Q_EMIT closed();
}

/// For the exports, and to see whether the file is the one that was read; a large file takes a while, and nobody waits for it.
void Session::hashSource(int generation)
{
    QtConcurrent::run(&m_pool, [path = m_path, stop = m_stop.get_token()] {
        return intake::hashFile(path, stop);
    }).then(this, [this, generation](const base::Result<QByteArray> &sha256) {
        if (generation != m_generation || !sha256)
            return;
        m_sha256 = *sha256;
        m_store.setSourceHash(m_sha256);
        compareHashes();
    });
}

void Session::readAll()
{
    QList<int> unread;
    for (int index = 0; index < m_store.pageCount(); ++index) {
        if (m_store.page(index).status == document::PageStatus::Unread)
            unread.append(index);
    }
    m_queue.read(unread);
}

void Session::readPage(int pageIndex)
{
    readPagesWith({pageIndex}, chosenReader(pageIndex));
}

void Session::readPagesWith(const QList<int> &pageIndexes, pipeline::Reader reader)
{
    pipeline::ReadOptions options = m_queue.options();
    for (const int pageIndex : pageIndexes)
        m_chosenReaders.insert(pageIndex, reader);
    if (reader != pipeline::Reader::Auto)
        options.reader = reader;
    m_queue.readWith(pageIndexes, options);
}

pipeline::Reader Session::chosenReader(int pageIndex) const
{
    return m_chosenReaders.value(pageIndex, pipeline::Reader::Auto);
}

void Session::plan(int pageIndex)
{
    if (!m_source || m_store.page(pageIndex).status != document::PageStatus::Unread)
        return;
    if (m_source->document().source.kind == document::SourceKind::Picture) {
        Q_EMIT planKnown(pageIndex, tr("Read as a picture: the file is one"));
        return;
    }
    QtConcurrent::run(&m_pool, [source = m_source, pageIndex, stop = m_stop.get_token()] {
        const auto layer = source->textLayer(pageIndex, stop);
        return layer ? layout::judgeTextLayer(*layer) : layout::TextLayerVerdict{};
    }).then(this, [this, pageIndex, generation = m_generation](const layout::TextLayerVerdict &verdict) {
        if (generation == m_generation && !verdict.reason.isEmpty())
            Q_EMIT planKnown(pageIndex, verdict.reason);
    });
}

void Session::cutFigures(int pageIndex)
{
    const document::Page &page = m_store.page(pageIndex);
    const QHash<QString, QImage> have = m_queue.figures();
    const bool isMissing = std::ranges::any_of(page.blocks,
        [&have](const document::Block &block) { return !block.image.isEmpty() && !have.contains(block.image); });
    if (!m_source || !isMissing)
        return;
    QtConcurrent::run(&m_pool, [source = m_source, page, pageIndex, stop = m_stop.get_token()] {
        QHash<QString, QImage> cut;
        const auto picture = source->renderPage(pageIndex, figureResolution, stop);
        if (!picture)
            return cut;
        for (const document::Block &block : page.blocks) {
            const QRect place = block.box().on(picture->size()).toAlignedRect().intersected(picture->rect());
            if (!block.image.isEmpty() && !place.isEmpty())
                cut.insert(block.image, picture->copy(place));
        }
        return cut;
    }).then(this, [this, generation = m_generation](const QHash<QString, QImage> &cut) {
        if (generation == m_generation && !cut.isEmpty())
            m_queue.addFigures(cut);
    });
}

void Session::applySettings(const settings::Settings &settings)
{
    m_settings = settings;
    if (!m_source || m_demoOptions)
        return;
    m_engine = engineFrom(m_settings);
    m_queue.setEngine(m_engine, readOptionsFrom(m_settings));
}

} // namespace main_window
