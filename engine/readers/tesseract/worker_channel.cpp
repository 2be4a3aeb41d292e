// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/tesseract/worker_channel.h"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <new>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace readers {

namespace {

constexpr std::size_t headSize = sizeof(std::uint32_t); ///< length of the JSON (as CBOR) that follows
constexpr std::uint32_t longestMessage = 64U << 20; ///< the words of a page take one megabyte

std::uint32_t lengthIn(const std::string &bytes)
{
    std::uint32_t length = 0;
    std::memcpy(&length, bytes.data(), headSize);
    return length;
}

/// Sends the first bytes with the file beside them. @return bytes sent, -1 for none.
ssize_t sendWithFile(int socket, const std::string &bytes, int file)
{
    iovec part{const_cast<char *>(bytes.data()), bytes.size()}; // the call's signature is older than const
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof file)] = {};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    cmsghdr *head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof file);
    std::memcpy(CMSG_DATA(head), &file, sizeof file);
    ssize_t sent = 0;
    do
        sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent;
}

} // namespace

Descriptor &Descriptor::operator=(Descriptor &&other) noexcept
{
    if (this != &other) {
        close();
        m_number = std::exchange(other.m_number, -1);
    }
    return *this;
}

void Descriptor::close()
{
    if (m_number >= 0)
        ::close(std::exchange(m_number, -1));
}

bool sendMessage(int socket, const nlohmann::json &json, int file)
{
    std::string bytes(headSize, '\0');
    nlohmann::json::to_cbor(json, nlohmann::detail::output_adapter<char>(bytes));
    const auto length = static_cast<std::uint32_t>(bytes.size() - headSize);
    std::memcpy(bytes.data(), &length, headSize);
    std::size_t done = 0;
    if (file >= 0) {
        const ssize_t sent = sendWithFile(socket, bytes, file);
        if (sent < 0)
            return false;
        done = static_cast<std::size_t>(sent);
    }
    while (done < bytes.size()) {
        const ssize_t sent = send(socket, bytes.data() + done, bytes.size() - done, MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR)
            return false;
        done += sent > 0 ? static_cast<std::size_t>(sent) : 0;
    }
    return true;
}

MessageReader::State MessageReader::read(int socket)
{
    if (hasWhole())
        return State::Complete;
    char buffer[65536];
    iovec part{buffer, sizeof buffer};
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    ssize_t got = 0;
    do
        got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    if (got <= 0)
        return State::Ended;
    for (cmsghdr *head = CMSG_FIRSTHDR(&message); head; head = CMSG_NXTHDR(&message, head)) {
        if (head->cmsg_level != SOL_SOCKET || head->cmsg_type != SCM_RIGHTS)
            continue;
        int file = -1;
        std::memcpy(&file, CMSG_DATA(head), sizeof file);
        m_file = Descriptor(file);
    }
    m_bytes.append(buffer, static_cast<std::size_t>(got));
    if (m_bytes.size() >= headSize && lengthIn(m_bytes) > longestMessage)
        return State::Ended;
    return hasWhole() ? State::Complete : State::Incomplete;
}

bool MessageReader::hasWhole() const
{
    return m_bytes.size() >= headSize && m_bytes.size() - headSize >= lengthIn(m_bytes);
}

Message MessageReader::take()
{
    const std::size_t length = lengthIn(m_bytes);
    const std::string body = m_bytes.substr(headSize, length);
    m_bytes.erase(0, headSize + length);
    return {nlohmann::json::from_cbor(body, true, false), std::move(m_file)};
}

Descriptor inMemory(const std::string &bytes)
{
    Descriptor file(memfd_create("recto-picture", MFD_CLOEXEC));
    std::size_t done = 0;
    while (file.isOpen() && done < bytes.size()) {
        const ssize_t written = write(file.get(), bytes.data() + done, bytes.size() - done);
        if (written < 0 && errno != EINTR)
            throw std::bad_alloc();
        done += written > 0 ? static_cast<std::size_t>(written) : 0;
    }
    if (!file.isOpen())
        throw std::bad_alloc();
    return file;
}

std::string bytesOf(const Descriptor &file)
{
    struct stat info{};
    if (fstat(file.get(), &info) != 0)
        return {};
    std::string bytes(static_cast<std::size_t>(info.st_size), '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = pread(file.get(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
        if (got == 0 || (got < 0 && errno != EINTR))
            return {};
        done += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    return bytes;
}

} // namespace readers
