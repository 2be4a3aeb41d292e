// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/exceptions.h"

#include <string>

namespace readers {

/// A request that gets no answer, as the contract words it: HTTP status, code and the field that is wrong.
class RequestError : public base::BadRequest {
public:
    /// @param param  the field's name as in the body ("recto.languages"); empty: none.
    RequestError(int httpStatus, std::string errorCode, std::string param, const std::string &message)
        : base::BadRequest(message)
        , m_status(httpStatus)
        , m_code(std::move(errorCode))
        , m_param(std::move(param))
    {
    }

    int status() const { return m_status; }
    const std::string &code() const { return m_code; }
    const std::string &param() const { return m_param; }

private:
    int m_status;
    std::string m_code;
    std::string m_param;
};

} // namespace readers
