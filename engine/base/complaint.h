// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <string>

namespace base {

/// What went wrong, without the stack that the tensor library puts after it.
inline std::string complaintOf(const std::exception &fault)
{
    const std::string what = fault.what();
    return what.substr(0, what.find("\nException raised from"));
}

} // namespace base
