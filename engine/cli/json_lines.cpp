// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/json_lines.h"

#include "engine/base/exceptions.h"

#include <string>

namespace cli {

void answerLines(
    std::istream &in, std::ostream &out, const std::function<nlohmann::json(const nlohmann::json &)> &answer)
{
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        try {
            out << answer(nlohmann::json::parse(line)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                << '\n';
        } catch (const nlohmann::json::parse_error &) {
            throw base::BadRequest("line " + std::to_string(number) + " is not valid JSON");
        } catch (const nlohmann::json::exception &) {
            throw base::BadRequest("line " + std::to_string(number) + " has a value of the wrong type or lacks one");
        } catch (const base::BadRequest &fault) {
            throw base::BadRequest("line " + std::to_string(number) + ": " + fault.what());
        }
    }
    out.flush();
}

} // namespace cli
