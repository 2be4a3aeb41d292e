// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/languages.h"

#include "engine/readers/request_error.h"
#include "engine/readers/sha256.h"

#include <tesseract/baseapi.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

namespace readers {

namespace {

constexpr std::string_view suffix = ".traineddata";

/// Tesseract says where its data is only after it has loaded some.
std::string builtInFolder()
{
    tesseract::TessBaseAPI api;
    api.SetVariable("debug_file", "/dev/null");
    if (api.Init(nullptr, "osd") != 0 && api.Init(nullptr, "eng") != 0)
        return "/usr/share/tesseract-ocr/5/tessdata";
    return api.GetDatapath();
}

std::string findFolder(std::string wished)
{
    if (wished.empty())
        if (const char *prefix = std::getenv("TESSDATA_PREFIX"))
            wished = prefix;
    if (wished.empty())
        wished = builtInFolder();
    while (wished.size() > 1 && wished.back() == '/')
        wished.pop_back();
    return wished;
}

/// The letters, digits, '_' and '-' of data names and one '/' of script/Latin: nothing that leaves the folder.
bool isName(const std::string &language)
{
    return !language.empty() && language.size() <= 64 && language.front() != '/' && language.back() != '/'
        && std::all_of(language.begin(), language.end(), [](unsigned char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
                   || c == '/';
           });
}

struct ScriptLanguage {
    std::string_view script;
    std::string_view language;
};

/// OSD's scripts and the language most written in each. Several rows for one script are read together.
constexpr std::array scriptLanguages{
    ScriptLanguage{"Latin", "eng"},
    ScriptLanguage{"Fraktur", "frk"},
    ScriptLanguage{"Han", "chi_sim"},
    ScriptLanguage{"HanS", "chi_sim"},
    ScriptLanguage{"HanT", "chi_tra"},
    ScriptLanguage{"Japanese", "jpn"},
    ScriptLanguage{"Hiragana", "jpn"},
    ScriptLanguage{"Katakana", "jpn"},
    ScriptLanguage{"Korean", "kor"},
    ScriptLanguage{"Hangul", "kor"},
    ScriptLanguage{"Arabic", "ara"},
    ScriptLanguage{"Hebrew", "heb"},
    ScriptLanguage{"Cyrillic", "rus"},
    ScriptLanguage{"Greek", "ell"},
    ScriptLanguage{"Devanagari", "hin"},
    ScriptLanguage{"Thai", "tha"},
    ScriptLanguage{"Armenian", "hye"},
    ScriptLanguage{"Bengali", "ben"},
    ScriptLanguage{"Tamil", "tam"},
    ScriptLanguage{"Georgian", "kat"},
};

} // namespace

Languages::Languages(std::string dataFolder)
    : m_folder(findFolder(std::move(dataFolder)))
{
}

std::vector<std::string> Languages::installed() const
{
    std::vector<std::string> names;
    std::error_code ignored;
    for (const auto &entry : std::filesystem::directory_iterator(m_folder, ignored)) {
        const std::string file = entry.path().filename().string();
        if (file.size() > suffix.size() && file.ends_with(suffix) && file != "osd.traineddata")
            names.push_back(file.substr(0, file.size() - suffix.size()));
    }
    std::sort(names.begin(), names.end());
    return names;
}

bool Languages::has(const std::string &language) const
{
    std::error_code ignored;
    return isName(language)
        && std::filesystem::is_regular_file(m_folder + '/' + language + std::string(suffix), ignored);
}

void Languages::check(const std::vector<std::string> &languages) const
{
    for (const std::string &language : languages) {
        if (!isName(language))
            throw RequestError(400, "invalid_value", "recto.languages",
                "recto.languages holds a name that is no language of Tesseract's; they look like eng, deu or chi_sim.");
        if (!has(language))
            throw RequestError(
                400, "language_missing", "recto.languages",
                "Tesseract has no data for the language " + language + ". Put " + language + std::string(suffix)
                    + " into " + m_folder + " (Debian: install tesseract-ocr-" +
                    [&language] {
                        std::string package = language;
                        std::replace(package.begin(), package.end(), '_', '-');
                        return package;
                    }()
                    + ").");
    }
}

std::vector<std::string> Languages::forScript(std::string_view script) const
{
    std::vector<std::string> languages;
    for (const ScriptLanguage &row : scriptLanguages)
        if (row.script == script && has(std::string(row.language)))
            languages.emplace_back(row.language);
    if (languages.empty())
        languages.emplace_back("eng");
    return languages;
}

std::string Languages::sha256(const std::vector<std::string> &languages) const
{
    std::string stamp;
    for (const std::string &language : languages) {
        const std::filesystem::path file = m_folder + '/' + language + std::string(suffix);
        std::error_code ignored;
        stamp += std::to_string(std::filesystem::file_size(file, ignored)) + '@'
            + std::to_string(std::filesystem::last_write_time(file, ignored).time_since_epoch().count()) + ';';
    }
    const std::string key = joined(languages);
    const std::lock_guard lock(m_mutex);
    Remembered &remembered = m_hashes[key];
    if (remembered.stamp != stamp) {
        std::string hashes;
        for (const std::string &language : languages)
            hashes += sha256OfFile(m_folder + '/' + language + std::string(suffix));
        remembered = {stamp, languages.size() == 1 ? hashes : readers::sha256(hashes)};
    }
    return remembered.hash;
}

std::string joined(const std::vector<std::string> &languages)
{
    std::string text;
    for (const std::string &language : languages)
        text += (text.empty() ? "" : "+") + language;
    return text;
}

} // namespace readers
