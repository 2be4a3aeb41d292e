// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace base {

/// Everything the engine throws on purpose. what() is one plain sentence that a person can act on.
class Exception : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A tensor of another shape than the function states: our own mistake, never a file's.
class ShapeError : public Exception {
public:
    using Exception::Exception;
};

/// The model folder (config.json, tokenizer.json, safetensors) is missing something, broken, or of another model.
class BadModel : public Exception {
public:
    using Exception::Exception;
};

/// The caller's fault: the server answers 400, a command line prints the sentence and exits with 1.
class BadRequest : public Exception {
public:
    using Exception::Exception;
};

/// The caller's picture cannot be read or used.
class BadPicture : public BadRequest {
public:
    using BadRequest::BadRequest;
};

/// No room in the queue, or in memory, right now: the server answers 503.
class Busy : public Exception {
public:
    using Exception::Exception;
};

} // namespace base
