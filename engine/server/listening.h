// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/server/server.h"

#include <httplib.h>

#include <optional>
#include <string>

namespace server {

/// An exclusive flock that goes with the process. Move only.
class FileLock {
public:
    /// @return nullopt when another process holds it. @throws base::Exception when the file cannot be opened.
    static std::optional<FileLock> take(const std::string &path);
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;
    ~FileLock();

private:
    explicit FileLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    int m_descriptor;
};

/// The key in a file, without white space around it; "" for no file.
/// @throws base::BadRequest when the file cannot be read or holds no key, or one with blanks or control characters.
std::string readKey(const std::string &file);

/// @throws base::BadRequest for an address that is none, or not this machine's alone while there is no key.
void checkListenAddress(const ServeOptions &options, bool hasKey);

/// httplib's server with room for more than the 5 clients it lets knock at one moment: a sixth on a Unix socket would be
/// turned away with EAGAIN.
class HttpServer final : public httplib::Server {
public:
    /// After binding. @throws base::Exception
    void letManyKnock();
};

/// A bound socket, and its file if it has one.
class Listening {
public:
    /// Binds. A socket file that nobody serves is replaced; the new one has mode 0600.
    /// @throws base::Exception with what is in the way.
    Listening(HttpServer &http, const ServeOptions &options);
    ~Listening();
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;

    const std::string &address() const { return m_address; }
    /// Removes the socket file if it is still ours. Any thread, again and again.
    void remove() const;

private:
    std::string m_address;
    std::string m_socketPath; ///< empty: TCP
    unsigned long m_device = 0; ///< of the file, to know it again
    unsigned long m_inode = 0;
};

} // namespace server
