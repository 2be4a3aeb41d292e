// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/list_sources.h"

#include "app/base/open_file.h"
#include "app/intake/file_type.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <string_view>

namespace intake {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ListSources)
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The digits at the start of @p text without leading zeros, and how many characters they took.
std::pair<std::string_view, size_t> number(std::string_view text)
{
    size_t length = 0;
    while (length < text.size() && isDigit(text[length]))
        ++length;
    size_t zeros = 0;
    while (zeros + 1 < length && text[zeros] == '0')
        ++zeros;
    return {text.substr(zeros, length - zeros), length};
}

/// page2 before page10: runs of digits compare as numbers of any length, all else by bytes.
bool comesBefore(std::string_view a, std::string_view b)
{
    const std::string_view wholeA = a;
    const std::string_view wholeB = b;
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const auto [numberA, lengthA] = number(a);
            const auto [numberB, lengthB] = number(b);
            if (numberA.size() != numberB.size())
                return numberA.size() < numberB.size();
            if (numberA != numberB)
                return numberA < numberB;
            a.remove_prefix(lengthA);
            b.remove_prefix(lengthB);
        } else {
            if (a.front() != b.front())
                return static_cast<unsigned char>(a.front()) < static_cast<unsigned char>(b.front());
            a.remove_prefix(1);
            b.remove_prefix(1);
        }
    }
    return a.empty() && b.empty() ? wholeA < wholeB : a.empty(); // "01" and "1" still have one order
}

/// Hidden ones are passed over without a word: .git, .thumbnails and the like are nobody's documents.
bool isHidden(const std::filesystem::directory_entry &entry)
{
    return entry.path().filename().native().starts_with('.');
}

base::Error folderUnreadable(const std::error_code &error)
{
    return {base::ErrorCode::FileUnreadable, Words::tr("the folder may not be read"),
        Words::tr("ask its owner for the right to read it"), QString::fromStdString(error.message())};
}

void listFolder(const base::NativePath &folder, const base::NativePath &relative, int depth, SourceList &list)
{
    constexpr int deepest = 200; // folders in folders; paths beyond are longer than the system takes
    std::error_code error;
    std::vector<std::filesystem::directory_entry> entries;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        entries.push_back(*it);
    if (error)
        list.unreadable.push_back({folder, folderUnreadable(error)});
    std::ranges::sort(entries, [](const auto &a, const auto &b) {
        return comesBefore(a.path().filename().native(), b.path().filename().native());
    });
    for (const std::filesystem::directory_entry &entry : entries) {
        if (isHidden(entry))
            continue;
        const base::NativePath below = relative / entry.path().filename();
        std::error_code ignored; // what is no file is passed over
        if (entry.is_directory(ignored)) {
            if (!entry.is_symlink(ignored) && depth < deepest)
                listFolder(entry.path(), below, depth + 1, list);
        } else if (const base::Result<base::OpenFile> file = base::OpenFile::open(entry.path());
            file && fileType(file->read(0, typeBytes)) != FileType::Unknown) {
            list.sources.push_back({entry.path(), below});
        } else if (!file && entry.is_regular_file(ignored)) {
            list.unreadable.push_back({entry.path(), file.error()});
        } else {
            ++list.passedOver;
        }
    }
}

} // namespace

base::Result<SourceList> listSources(const base::NativePath &path)
{
    SourceList list;
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    if (error || !std::filesystem::exists(status))
        return std::unexpected(base::readFailure(error ? error.value() : ENOENT));
    if (!std::filesystem::is_directory(status)) {
        const base::Result<base::OpenFile> file = base::OpenFile::open(path);
        if (!file)
            return std::unexpected(file.error());
        list.sources.push_back({path, path.filename()});
        return list;
    }
    std::filesystem::directory_iterator readable(path, error);
    if (error)
        return std::unexpected(folderUnreadable(error));
    listFolder(path, {}, 0, list);
    return list;
}

} // namespace intake
