// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <string>
#include <string_view>

namespace readers {

/// 64 lower-case hexadecimal digits. @throws base::Exception when the library cannot.
std::string sha256(std::string_view bytes);

/// The same for a file's content, read in pieces; "" after a stop. @throws base::Exception when it cannot be read.
std::string sha256OfFile(const std::string &path, const std::stop_token &stop = {});

} // namespace readers
