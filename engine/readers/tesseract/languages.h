// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace readers {

/// The language data on this machine. All functions: any thread.
class Languages {
public:
    /// @param dataFolder  where NAME.traineddata files are; empty: TESSDATA_PREFIX, else what Tesseract itself was built
    ///                    to look in.
    explicit Languages(std::string dataFolder = {});

    const std::string &dataFolder() const { return m_folder; }
    /// Names without .traineddata and without osd, sorted. Read anew each time: data may be installed while we run.
    std::vector<std::string> installed() const;
    bool has(const std::string &language) const;
    /// @throws RequestError invalid_value or language_missing, naming the first bad one and where its data goes.
    void check(const std::vector<std::string> &languages) const;
    /// Installed data for a script as OSD names it ("Latin", "Han", "Japanese"); {"eng"} when nothing fits.
    std::vector<std::string> forScript(std::string_view script) const;
    /// SHA-256 over the data files in the order given; remembered while file size and time stay.
    std::string sha256(const std::vector<std::string> &languages) const;

private:
    struct Remembered {
        std::string stamp;
        std::string hash;
    };

    std::string m_folder;
    mutable std::mutex m_mutex; ///< guards m_hashes
    mutable std::map<std::string, Remembered> m_hashes;
};

/// "eng+chi_sim", as Tesseract takes them.
std::string joined(const std::vector<std::string> &languages);

} // namespace readers
