// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/session.h"

#include "app/intake/open_document.h"

#include <QCoreApplication>
#include <QFile>
#include <QtConcurrentRun>

namespace main_window {

namespace {

constexpr qint64 pageBytes = qint64{96} << 20; // a handful of pages at screen size, one at 300 dpi
constexpr qint64 thumbnailBytes = qint64{12} << 20; // some 150 thumbnails

std::shared_ptr<pipeline::Engine> engineFrom(const settings::Settings &settings)
{
    const ocr::EngineHome home = ocr::EngineHome::standard(settings::modelFolder(settings, {}));
    if (settings.engineAddress.isEmpty())
        return std::make_shared<pipeline::Engine>(home);
    QByteArray key;
    QFile file(QFile::decodeName(QByteArray::fromStdString(settings.apiKeyFile.native())));
    if (!settings.apiKeyFile.empty() && file.open(QIODevice::ReadOnly))
        key = file.readAll().trimmed();
    const auto address = ocr::engineAddressFrom(settings.engineAddress, key);
    return address ? std::make_shared<pipeline::Engine>(home, *address) : std::make_shared<pipeline::Engine>(home);
}

/// Pages are drawn by the `recto` beside this program; RECTO_PROGRAM names another one, for tests.
pipeline::WorkerSettings workersBesideUs()
{
    pipeline::WorkerSettings settings = pipeline::WorkerSettings::fromEnvironment();
    const QByteArray named = qgetenv("RECTO_PROGRAM");
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/recto");
    settings.program = (named.isEmpty() ? QFile::encodeName(beside) : named).toStdString();
    return settings;
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
    , m_thumbnails(thumbnailBytes)
    , m_queue(&m_store)
    , m_keeper(&m_store)
{
    connect(&m_keeper, &ProjectKeeper::attached, this, &Session::begin);
}

Session::~Session()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void Session::open(const base::NativePath &path, const QString &password)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    const int generation = ++m_generation;
    QtConcurrent::run(&m_pool, [path, password, workers = workersBesideUs(), stop = m_stop.get_token()] {
        auto opened = pipeline::PageSource::open(path, password, workers, stop);
        using Shared = base::Result<std::shared_ptr<pipeline::PageSource>>;
        return opened ? Shared(std::move(*opened)) : Shared(std::unexpected(opened.error()));
    }).then(this, [this, generation, path](const base::Result<std::shared_ptr<pipeline::PageSource>> &source) {
        if (generation != m_generation)
            return;
        if (!source) {
            Q_EMIT openFailed(path, source.error());
            return;
        }
        m_path = path;
        m_sha256.clear();
        m_source = *source;
        m_images.setSource(m_source);
        m_thumbnails.setSource(m_source);
        m_queue.setSource(m_source, engineFrom(m_settings), readOptionsFrom(m_settings));
        m_keeper.attach(m_source->document());
        hashSource(generation);
    });
}

/// The document's own project is there (or there is none): shows what was kept, or unread pages.
void Session::begin(const std::optional<library::SavedProject> &saved)
{
    m_place = saved ? saved->place : 0;
    document::Document document = m_source->document();
    document.source.sha256 = m_sha256; // empty until the file has been hashed
    m_store.restore(document, saved ? saved->snapshot : QList<document::Page>(),
        saved ? saved->history : std::vector<document::Command>());
    Q_EMIT opened();
}

/// For the exports; a large file takes a while, and nobody waits for it.
void Session::hashSource(int generation)
{
    QtConcurrent::run(&m_pool, [path = m_path, stop = m_stop.get_token()] {
        return intake::hashFile(path, stop);
    }).then(this, [this, generation](const base::Result<QByteArray> &sha256) {
        if (generation != m_generation || !sha256)
            return;
        m_sha256 = *sha256;
        m_store.setSourceHash(m_sha256);
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
    m_queue.read({pageIndex});
}

} // namespace main_window
