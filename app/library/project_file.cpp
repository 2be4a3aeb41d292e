// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/project_file.h"

#include "app/base/version.h"
#include "app/document/page_json.h"
#include "app/library/command_delta.h"

#include <QAtomicInt>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <filesystem>

namespace library {

namespace {

using namespace Qt::StringLiterals;

constexpr int applicationId = 0x52435430; // "RCT0"
constexpr int schemaVersion = 2;
const QString snapshotTable
    = u"CREATE TABLE snapshots(seq INTEGER NOT NULL, page INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY(seq, page)) WITHOUT ROWID"_s;
constexpr qint64 keptForUndo = 1000; // commands that can be undone after reopening, at least

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProjectFile)
};

QString connectionName()
{
    static QAtomicInt number;
    return u"project-%1"_s.arg(number.fetchAndAddRelaxed(1));
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject documentToJson(const document::Document &document)
{
    QJsonArray pages;
    for (const document::PageGeometry &page : document.pages)
        pages.append(QJsonObject{{u"width"_s, page.size.width()}, {u"height"_s, page.size.height()},
            {u"unit"_s, document::unitName(page.unit)}, {u"dpi"_s, page.resolution.value}, {u"frame"_s, page.frame},
            {u"exif"_s, page.exifOrientation}});
    return {{u"path"_s, base::decodeNative(document.source.path.native())}, {u"name"_s, document.source.name},
        {u"sha256"_s, QString::fromLatin1(document.source.sha256)}, {u"kind"_s, static_cast<int>(document.source.kind)},
        {u"title"_s, document.title}, {u"pages"_s, pages}};
}

document::Document documentFromJson(const QJsonObject &json)
{
    document::Document document;
    document.source.path = base::encodeNative(json["path"_L1].toString());
    document.source.name = json["name"_L1].toString();
    document.source.sha256 = json["sha256"_L1].toString().toLatin1();
    document.source.kind = static_cast<document::SourceKind>(json["kind"_L1].toInt());
    document.title = json["title"_L1].toString();
    for (const QJsonValue &page : json["pages"_L1].toArray()) {
        document::PageGeometry geometry;
        geometry.size = {page["width"_L1].toDouble(), page["height"_L1].toDouble()};
        geometry.unit = page["unit"_L1].toString() == "px"_L1 ? document::PageUnit::Pixels : document::PageUnit::Points;
        geometry.resolution.value = page["dpi"_L1].toDouble(72);
        geometry.frame = page["frame"_L1].toInt();
        geometry.exifOrientation = page["exif"_L1].toInt(1);
        document.pages.append(geometry);
    }
    return document;
}

QByteArray pageToBlob(const document::Page &page)
{
    return qCompress(compact(document::toJson(page)), 1);
}

document::Page pageFromBlob(const QByteArray &blob)
{
    return document::pageFromJson(QJsonDocument::fromJson(qUncompress(blob)).object());
}

} // namespace

struct ProjectFile::Connection {
    base::NativePath path;
    QString name = connectionName();
    QSqlDatabase database;

    explicit Connection(const base::NativePath &file)
        : path(file)
        , database(QSqlDatabase::addDatabase(u"QSQLITE"_s, name))
    {
        database.setDatabaseName(QFile::decodeName(QByteArray::fromStdString(file.native())));
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=0"_s);
    }
    ~Connection()
    {
        database.close();
        database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] std::unexpected<base::Error> failure(const QSqlError &error) const
    {
        const QString shown = base::displayName(path.filename());
        const QString detail = error.text();
        switch (error.nativeErrorCode().toInt() & 0xff) { // what is above says where it happened
        case 5: // busy
        case 6: // locked
            return base::failure(base::ErrorCode::FileUnreadable, Words::tr("%1 is open in another window").arg(shown),
                Words::tr("go on there, or close it first"), detail);
        case 10: // I/O
        case 13: // full
            return base::failure(base::ErrorCode::ExportFailed,
                Words::tr("the disk is full while saving %1").arg(shown),
                Words::tr("free some space; what you type is kept until then"), detail);
        case 11: // corrupt
        case 26: // not a database
            return base::failure(base::ErrorCode::FileDamaged, Words::tr("%1 is damaged").arg(shown),
                Words::tr("rename it and open the source again; the damaged file is left as it is"), detail);
        default:
            break;
        }
        return base::failure(base::ErrorCode::FileUnreadable, Words::tr("%1 could not be used (%2)").arg(shown, detail),
            Words::tr("check that you may read and write it"), detail);
    }

    [[nodiscard]] base::Result<void> run(const QString &statement, const QVariantList &values = {}) const
    {
        QSqlQuery query(database);
        if (!query.prepare(statement))
            return failure(query.lastError());
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            return failure(query.lastError());
        return {};
    }

    [[nodiscard]] base::Result<QVariant> value(const QString &statement) const
    {
        QSqlQuery query(database);
        if (!query.exec(statement))
            return failure(query.lastError());
        return query.next() ? query.value(0) : QVariant();
    }

    [[nodiscard]] base::Result<void> setMeta(const QString &key, const QVariant &value) const
    {
        return run(u"INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"_s,
            {key, value});
    }
};

ProjectFile::ProjectFile(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{
}

ProjectFile::ProjectFile(ProjectFile &&) noexcept = default;
ProjectFile &ProjectFile::operator=(ProjectFile &&) noexcept = default;
ProjectFile::~ProjectFile() = default;

base::Result<ProjectFile> ProjectFile::create(const base::NativePath &path, const document::Document &document)
{
    std::error_code ignored;
    if (std::filesystem::exists(path, ignored))
        return base::failure(base::ErrorCode::FileUnreadable,
            Words::tr("%1 exists already").arg(base::displayName(path)), Words::tr("open it, or choose another name"));
    auto connection = std::make_unique<Connection>(path);
    if (!connection->database.open())
        return connection->failure(connection->database.lastError());
    const QStringList statements{u"PRAGMA locking_mode = EXCLUSIVE"_s, u"PRAGMA journal_mode = WAL"_s,
        u"PRAGMA synchronous = NORMAL"_s, u"PRAGMA application_id = %1"_s.arg(applicationId), u"BEGIN IMMEDIATE"_s,
        u"CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL)"_s,
        u"CREATE TABLE commands(row INTEGER PRIMARY KEY, seq INTEGER NOT NULL, time INTEGER NOT NULL, author TEXT NOT NULL, kind TEXT NOT NULL, json TEXT NOT NULL)"_s,
        snapshotTable, u"PRAGMA user_version = %1"_s.arg(schemaVersion), u"COMMIT"_s};
    for (const QString &statement : statements) {
        if (const auto value = connection->value(statement); !value)
            return std::unexpected(value.error());
    }
    ProjectFile file(std::move(connection));
    if (auto set = file.setDocument(document); !set)
        return std::unexpected(set.error());
    if (auto set = file.m_connection->setMeta(u"program"_s, QString::fromLatin1(base::productVersion)); !set)
        return std::unexpected(set.error());
    return file;
}

base::Result<ProjectFile> ProjectFile::open(const base::NativePath &path)
{
    const QString shown = base::displayName(path.filename());
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return base::failure(
            base::ErrorCode::FileUnreadable, Words::tr("%1 is not there").arg(shown), Words::tr("check its name"));
    auto connection = std::make_unique<Connection>(path);
    if (!connection->database.open())
        return connection->failure(connection->database.lastError());
    // Before anything is read: so no memory is shared, which a folder of a network could not give.
    if (const auto locked = connection->value(u"PRAGMA locking_mode = EXCLUSIVE"_s); !locked)
        return std::unexpected(locked.error());
    const auto id = connection->value(u"PRAGMA application_id"_s);
    if (!id)
        return std::unexpected(id.error());
    if (id->toInt() != applicationId)
        return base::failure(base::ErrorCode::FormatUnknown, Words::tr("%1 is no project of Recto").arg(shown),
            Words::tr("open a document or a .recto file"));
    const auto version = connection->value(u"PRAGMA user_version"_s);
    if (!version)
        return std::unexpected(version.error());
    if (version->toInt() > schemaVersion)
        return base::failure(base::ErrorCode::FormatUnknown,
            Words::tr("%1 was made by a newer version of Recto").arg(shown),
            Words::tr("update Recto to open it; the file was not changed"));
    for (const QString &statement : {u"PRAGMA synchronous = NORMAL"_s, u"BEGIN EXCLUSIVE"_s, u"COMMIT"_s}) {
        if (const auto value = connection->value(statement); !value)
            return std::unexpected(value.error());
    }
    if (version->toInt() == 1) { // its snapshots were in one piece each; the journal has all that they had
        for (const QString &statement : {u"BEGIN IMMEDIATE"_s, u"DROP TABLE snapshots"_s, snapshotTable,
                 u"PRAGMA user_version = %1"_s.arg(schemaVersion), u"COMMIT"_s}) {
            if (const auto value = connection->value(statement); !value)
                return std::unexpected(value.error());
        }
    }
    return ProjectFile(std::move(connection));
}

base::Result<SavedProject> ProjectFile::load() const
{
    SavedProject saved;
    const auto json = m_connection->value(u"SELECT value FROM meta WHERE key = 'document'"_s);
    if (!json)
        return std::unexpected(json.error());
    saved.document = documentFromJson(QJsonDocument::fromJson(json->toString().toUtf8()).object());
    if (const auto place = m_connection->value(u"SELECT value FROM meta WHERE key = 'place'"_s); place)
        saved.place = place->toInt();

    QSqlQuery snapshot(m_connection->database);
    snapshot.setForwardOnly(true);
    qint64 from = 0;
    if (!snapshot.exec(
            u"SELECT seq, content FROM snapshots WHERE seq = (SELECT MAX(seq) FROM snapshots WHERE seq <= (SELECT COALESCE(MAX(seq), 0) FROM commands) - %1) ORDER BY page"_s
                .arg(keptForUndo)))
        return m_connection->failure(snapshot.lastError());
    while (snapshot.next()) {
        from = snapshot.value(0).toLongLong();
        saved.snapshot.append(pageFromBlob(snapshot.value(1).toByteArray()));
    }
    if (snapshot.lastError().isValid())
        return m_connection->failure(snapshot.lastError());
    QList<document::Page> pages = saved.snapshot;
    for (qsizetype index = pages.size(); index < saved.document.pages.size(); ++index) {
        document::Page page;
        page.number = static_cast<int>(index) + 1;
        page.geometry = saved.document.pages[index];
        pages.append(page);
    }
    QSqlQuery query(m_connection->database);
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT seq, time, author, kind, json FROM commands WHERE seq > %1 ORDER BY row"_s.arg(from)))
        return m_connection->failure(query.lastError());
    while (query.next()) {
        const QJsonObject delta = QJsonDocument::fromJson(query.value(4).toByteArray()).object();
        document::Command command;
        command.seq = query.value(0).toLongLong();
        command.timeMs = query.value(1).toLongLong();
        command.author = query.value(2).toString();
        command.kind = query.value(3).toString();
        command.pageIndex = delta["page"_L1].toInt();
        command.label = delta["label"_L1].toString();
        command.reverts = delta["reverts"_L1].toInteger();
        command.isUndo = delta["undo"_L1].toBool();
        command.group = delta["group"_L1].toInteger();
        if (command.pageIndex < 0 || command.pageIndex >= pages.size())
            continue;
        const bool wentOn = !saved.history.empty() && saved.history.back().seq == command.seq;
        document::Page &page = pages[command.pageIndex];
        if (wentOn) // typing that went on: against the page as it was before its first letter
            page = document::applied(document::inverse(saved.history.back().change), std::move(page));
        command.change = changeFrom(delta, page);
        page = document::applied(command.change, std::move(page));
        if (wentOn)
            saved.history.back() = command;
        else
            saved.history.push_back(command);
    }
    if (query.lastError().isValid())
        return m_connection->failure(query.lastError());
    return saved;
}

base::Result<void> ProjectFile::append(const document::Command &command)
{
    return m_connection->run(u"INSERT INTO commands(seq, time, author, kind, json) VALUES(?, ?, ?, ?, ?)"_s,
        {command.seq, command.timeMs, command.author.isNull() ? u""_s : command.author, command.kind,
            QString::fromUtf8(compact(deltaOf(command)))});
}

base::Result<void> ProjectFile::addSnapshot(qint64 seq, const QList<document::Page> &pages)
{
    if (auto begun = m_connection->run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    base::Result<void> kept = m_connection->run(u"DELETE FROM snapshots WHERE seq = ? OR seq < ?"_s,
        {seq, seq - keptForUndo - snapshotEvery}); // older ones are never opened again
    for (qsizetype index = 0; kept && index < pages.size(); ++index)
        kept = m_connection->run(
            u"INSERT INTO snapshots(seq, page, content) VALUES(?, ?, ?)"_s, {seq, index, pageToBlob(pages[index])});
    if (kept)
        kept = m_connection->run(u"COMMIT"_s);
    if (!kept)
        (void)m_connection->run(u"ROLLBACK"_s); // what failed is told by the first error
    return kept;
}

base::Result<void> ProjectFile::setPlace(int pageIndex)
{
    return m_connection->setMeta(u"place"_s, QString::number(pageIndex));
}

base::Result<void> ProjectFile::setDocument(const document::Document &document)
{
    return m_connection->setMeta(u"document"_s, QString::fromUtf8(compact(documentToJson(document))));
}

} // namespace library
