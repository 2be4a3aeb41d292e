// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace runtime {

/// Lets text through until one of some strings appears; what might be the beginning of one waits. One thread.
class StopStrings {
public:
    explicit StopStrings(std::vector<std::string> stops);

    /// @return the part of the text so far that is certain and was not returned before.
    std::string push(std::string_view text);

    /// The end: what still waited.
    std::string finish();

    bool stopped() const { return m_stopped; }

private:
    std::vector<std::string> m_stops;
    std::string m_waiting;
    bool m_stopped = false;
};

} // namespace runtime
