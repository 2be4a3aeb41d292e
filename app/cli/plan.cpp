// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plan.h"

#include "app/intake/list_sources.h"

#include <QCoreApplication>

#include <sys/stat.h>
#include <unistd.h>

namespace cli {

namespace {

using base::ErrorCode;
using base::NativePath;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Plan)
};

/// A file, whatever its names.
using FileIdentity = std::pair<dev_t, ino_t>;

std::optional<FileIdentity> identityOf(const NativePath &path)
{
    struct stat info{};
    if (stat(path.c_str(), &info) != 0)
        return {};
    return FileIdentity{info.st_dev, info.st_ino};
}

bool isThere(const NativePath &path)
{
    struct stat info{};
    return lstat(path.c_str(), &info) == 0;
}

/// The folder itself, or the nearest one above it that is there: the one in which something will be made.
NativePath nearestFolder(NativePath folder)
{
    folder = folder.empty() ? NativePath(".") : folder;
    while (!isThere(folder) && folder.has_parent_path() && folder != folder.parent_path())
        folder = folder.parent_path();
    return isThere(folder) ? folder : NativePath(".");
}

base::Result<void> checkTarget(const NativePath &target, const std::set<FileIdentity> &sources, bool isForced)
{
    const QString name = base::displayName(target);
    const QString elsewhere = Words::tr("choose another folder with -o");
    const std::optional<FileIdentity> there = identityOf(target);
    if (there && sources.contains(*there))
        return base::failure(
            ErrorCode::ExportFailed, Words::tr("%1 is a source, which is never written to").arg(name), elsewhere);
    if (isThere(target) && !isForced)
        return base::failure(ErrorCode::ExportFailed, Words::tr("%1 exists already").arg(name),
            Words::tr("choose another folder with -o, or replace it with --force"));
    const NativePath folder = nearestFolder(target.parent_path());
    struct stat info{};
    if (stat(folder.c_str(), &info) != 0 || !S_ISDIR(info.st_mode))
        return base::failure(
            ErrorCode::ExportFailed, Words::tr("%1 is no folder").arg(base::displayName(folder)), elsewhere);
    if (access(folder.c_str(), W_OK | X_OK) != 0)
        return base::failure(ErrorCode::ExportFailed,
            Words::tr("the folder %1 cannot be written").arg(base::displayName(folder)),
            Words::tr("choose a folder that you may write with -o"));
    return {};
}

class Planner {
public:
    explicit Planner(const ConvertArguments &arguments)
        : m_arguments(arguments)
        , m_names(arguments.outputFolder)
    {
    }
    void addInput(const NativePath &input, const NativePath &standardInput);
    Plan finish();

private:
    void addSource(const NativePath &path, const NativePath &relative);

    const ConvertArguments &m_arguments;
    OutputNames m_names;
    std::set<FileIdentity> m_sources;
    Plan m_plan;
};

void Planner::addSource(const NativePath &path, const NativePath &relative)
{
    const std::optional<FileIdentity> identity = identityOf(path);
    if (identity && !m_sources.insert(*identity).second)
        return; // named twice
    m_plan.sources.push_back(
        {path, base::decodeNative(path.native()), m_names.take(path, relative), m_arguments.formats, false});
}

void Planner::addInput(const NativePath &input, const NativePath &standardInput)
{
    if (input == "-") {
        m_plan.sources.push_back(
            {standardInput, QStringLiteral("stdin"), m_names.take({}, {}), m_arguments.formats, true});
        return;
    }
    const base::Result<intake::SourceList> listed = intake::listSources(input);
    if (!listed) {
        m_plan.problems.push_back({base::decodeNative(input.native()), listed.error()});
        return;
    }
    m_plan.passedOver += listed->passedOver;
    for (const intake::UnreadableSource &unreadable : listed->unreadable)
        m_plan.problems.push_back({base::decodeNative(unreadable.path.native()), unreadable.error});
    if (listed->sources.empty() && listed->unreadable.empty()) {
        m_plan.problems.push_back({base::decodeNative(input.native()),
            {ErrorCode::FormatUnknown, Words::tr("there is no document in this folder"),
                Words::tr("name a PDF or a picture, or a folder that holds some"), {}}});
    }
    for (const intake::ListedSource &source : listed->sources)
        addSource(source.path, source.relative);
}

Plan Planner::finish()
{
    if (m_arguments.toStandardOutput) {
        for (size_t i = 1; i < m_plan.sources.size(); ++i) {
            m_plan.problems.push_back({m_plan.sources[i].shown,
                {ErrorCode::RequestRejected, Words::tr("standard output takes one source"),
                    Words::tr("name a folder with -o"), {}}});
        }
        m_plan.sources.resize(std::min<size_t>(m_plan.sources.size(), 1));
        return std::move(m_plan);
    }
    for (PlannedSource &source : m_plan.sources) {
        source.formats.removeIf([&](exporters::Format format) {
            const NativePath target = source.output.file(exporters::extensionOf(format).toStdString());
            const base::Result<void> good = checkTarget(target, m_sources, m_arguments.isForced);
            if (!good)
                m_plan.problems.push_back({source.shown, good.error()});
            return !good;
        });
    }
    std::erase_if(m_plan.sources, [](const PlannedSource &source) { return source.formats.isEmpty(); });
    return std::move(m_plan);
}

} // namespace

Plan makePlan(const ConvertArguments &arguments, const base::NativePath &standardInput)
{
    Planner planner(arguments);
    for (const NativePath &input : arguments.inputs)
        planner.addInput(input, standardInput);
    return planner.finish();
}

} // namespace cli
