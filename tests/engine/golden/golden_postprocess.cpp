// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/golden/golden.h"

#include "engine/cli/transcript.h"

#include <cstdio>

namespace golden {

namespace {

using nlohmann::json;

constexpr const char *pageEnd = "\n\n<--- Page Split --->\n";

json cropsOf(const cli::CleanTranscript &clean)
{
    json crops = json::array();
    for (const cli::Crop &crop : clean.crops)
        crops.push_back({{"box", crop.box}, {"file", crop.file}});
    return crops;
}

/// The golden list without what is not compared.
json goldenCrops(const json &crops)
{
    json result = json::array();
    for (const json &crop : crops)
        if (crop.contains("file"))
            result.push_back({{"box", crop.at("box")}, {"file", crop.at("file")}});
    return result;
}

/// Where the official code has a known fault: every link must have its file, and every file its link.
bool linksFitFiles(const cli::CleanTranscript &clean, std::size_t literalLinks)
{
    std::size_t links = 0;
    for (std::size_t at = 0; (at = clean.text.find("![](images/", at)) != std::string::npos; ++at)
        ++links;
    bool all = links == clean.crops.size() + literalLinks;
    for (const cli::Crop &crop : clean.crops)
        all = all && clean.text.find("![](images/" + crop.file + ")\n") != std::string::npos;
    return all;
}

} // namespace

void checkPostprocess(const std::filesystem::path &folder, Tally &tally)
{
    std::map<std::string, json> pages;
    const json single = readJson(folder / "postprocess" / "single.json");
    for (const json &row : single.at("cases")) {
        pages[row.at("name")] = row;
        const auto clean = cli::cleanTranscript(
            row.at("text").get<std::string>(), row.at("size").at(0), row.at("size").at(1), cli::TranscriptFormat::Hf);
        const json &wanted = row.at("infer_save_results");
        const bool text = wanted.at("result.mmd").get<std::string>() == clean.text;
        const bool crops = goldenCrops(wanted.value("crops", json::array())) == cropsOf(clean);
        const std::string what
            = row.at("name").get<std::string>() + ": " + json(clean.text).dump() + " " + cropsOf(clean).dump();
        if (row.at("known_official_bugs").empty()) {
            tally.count("postprocess hf: text", text, what);
            tally.count("postprocess hf: crops", crops, what);
        } else {
            std::printf("  known bug %s in %s: text %s, crops %s\n", row.at("known_official_bugs").dump().c_str(),
                row.at("name").get<std::string>().c_str(), text ? "same" : "differs", crops ? "same" : "differ");
            tally.count("postprocess hf: known bugs, links fit files", linksFitFiles(clean, 0), what);
        }
    }
    const json documents = readJson(folder / "postprocess" / "documents.json");
    for (const json &row : documents.at("cases")) {
        std::string text;
        json crops = json::array();
        bool known = false;
        int page = 0;
        for (const json &name : row.at("pages")) {
            const json &source = pages.at(name);
            known = known || !source.at("known_official_bugs").empty();
            const auto clean = cli::cleanTranscript(source.at("text").get<std::string>(), source.at("size").at(0),
                source.at("size").at(1), cli::TranscriptFormat::Pdf, page);
            if (!clean.ended)
                continue; // the official script drops such a page; this is a choice of its caller
            ++page;
            text += clean.text + pageEnd;
            for (const json &crop : cropsOf(clean))
                crops.push_back(crop);
        }
        const std::string what = row.at("pages").dump() + ": " + json(text).dump();
        if (known)
            continue;
        tally.count("postprocess pdf: text", row.at("two.mmd").get<std::string>() == text, what);
        tally.count("postprocess pdf: crops", goldenCrops(row.at("crops")) == crops, what);
    }
}

} // namespace golden
