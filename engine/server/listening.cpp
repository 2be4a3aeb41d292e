// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/server/listening.h"

#include "engine/base/exceptions.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <utility>

namespace server {

namespace {

struct HostPort {
    std::string host;
    int port = 0;
};

HostPort parseAddress(const std::string &address)
{
    const auto refuse = [&]() -> HostPort {
        throw base::BadRequest("--listen takes HOST:PORT, like 127.0.0.1:8000, not " + address);
    };
    const std::size_t colon = address.rfind(':');
    if (colon == std::string::npos || colon == 0)
        return refuse();
    HostPort parsed;
    parsed.host = address.substr(0, colon);
    if (parsed.host.starts_with('[') && parsed.host.ends_with(']'))
        parsed.host = parsed.host.substr(1, parsed.host.size() - 2);
    const char *end = address.data() + address.size();
    const auto [rest, failure] = std::from_chars(address.data() + colon + 1, end, parsed.port);
    if (failure != std::errc{} || rest != end || parsed.port < 0 || parsed.port > 65535)
        return refuse();
    return parsed;
}

bool isLoopback(const std::string &host)
{
    return host == "localhost" || host == "::1"
        || (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos);
}

/// Does anybody accept connections on this socket file?
bool isServed(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::copy(path.begin(), path.end(), address.sun_path);
    const int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool served = connect(probe, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    close(probe);
    return served;
}

void clearWay(const std::string &path)
{
    if (path.size() >= sizeof(sockaddr_un::sun_path))
        throw base::BadRequest("--socket is longer than the " + std::to_string(sizeof(sockaddr_un::sun_path) - 1)
            + " bytes a socket's path may have: " + path);
    struct stat status{};
    if (lstat(path.c_str(), &status) != 0)
        return;
    if (!S_ISSOCK(status.st_mode))
        throw base::Exception(path + " is there and is no socket; give another path");
    if (isServed(path))
        throw base::Exception("another engine serves " + path + " already");
    if (unlink(path.c_str()) != 0)
        throw base::Exception("the old socket " + path + " cannot be removed: " + std::strerror(errno));
}

} // namespace

std::optional<FileLock> FileLock::take(const std::string &path)
{
    const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        throw base::Exception("the lock " + path + " cannot be opened: " + std::strerror(errno));
    FileLock lock(descriptor);
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return lock;
    return std::nullopt;
}

FileLock::FileLock(FileLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

std::string readKey(const std::string &file)
{
    if (file.empty())
        return {};
    std::ifstream stream(file, std::ios::binary);
    std::string key((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (!stream && !stream.eof())
        throw base::BadRequest("the key file " + file + " cannot be read");
    constexpr const char *blanks = " \t\r\n";
    const std::size_t begin = key.find_first_not_of(blanks);
    if (begin == std::string::npos)
        throw base::BadRequest("the key file " + file + " cannot be read or is empty");
    key = key.substr(begin, key.find_last_not_of(blanks) - begin + 1);
    if (std::any_of(key.begin(), key.end(), [](unsigned char c) { return c <= ' ' || c > '~'; }))
        throw base::BadRequest("the key file " + file + " must hold one word of printable ASCII");
    return key;
}

void checkListenAddress(const ServeOptions &options, bool hasKey)
{
    if (options.socketPath.empty() == options.listenAddress.empty())
        throw base::BadRequest("give --socket PATH or --listen HOST:PORT");
    if (options.listenAddress.empty() || isLoopback(parseAddress(options.listenAddress).host) || hasKey)
        return;
    throw base::BadRequest("--listen " + options.listenAddress
        + " can be reached by others: give --api-key-file FILE with a key they must send, or listen on 127.0.0.1");
}

void HttpServer::letManyKnock()
{
    if (::listen(svr_sock_.load(), 512) != 0)
        throw base::Exception(std::string("cannot listen: ") + std::strerror(errno));
}

Listening::Listening(HttpServer &http, const ServeOptions &options)
{
    if (options.socketPath.empty()) {
        const HostPort address = parseAddress(options.listenAddress);
        const int port = address.port == 0                  ? http.bind_to_any_port(address.host)
            : http.bind_to_port(address.host, address.port) ? address.port
                                                            : -1;
        if (port < 0)
            throw base::Exception(
                "cannot listen on " + options.listenAddress + ": it is in use or no address of this machine");
        http.letManyKnock();
        m_address = address.host + ':' + std::to_string(port);
        return;
    }
    clearWay(options.socketPath);
    http.set_address_family(AF_UNIX);
    const mode_t before = umask(0177);
    const bool bound = http.bind_to_port(options.socketPath, 80);
    umask(before);
    struct stat status{};
    if (!bound || lstat(options.socketPath.c_str(), &status) != 0)
        throw base::Exception("the socket " + options.socketPath + " cannot be made: " + std::strerror(errno));
    http.letManyKnock();
    m_socketPath = options.socketPath;
    m_device = status.st_dev;
    m_inode = status.st_ino;
    m_address = "unix:" + m_socketPath;
}

Listening::~Listening()
{
    remove();
}

void Listening::remove() const
{
    struct stat status{};
    if (!m_socketPath.empty() && lstat(m_socketPath.c_str(), &status) == 0 && status.st_dev == m_device
        && status.st_ino == m_inode)
        unlink(m_socketPath.c_str());
}

} // namespace server
