// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/server/routes.h"

namespace server {

/// POST /v1/chat/completions. @throws readers::RequestError before the first byte is out.
void answerChat(Service &service, const httplib::Request &request, std::string body, httplib::Response &response);

/// Set in a Response's headers to have the connection closed without a byte; never sent.
inline constexpr const char *goneHeader = "X-Recto-Gone";

} // namespace server
