// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/worker_channel.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pipeline {

namespace {

constexpr quint32 longestFrame = 256U << 20; // bytes; the text layer of the densest page we know is 4 MB

} // namespace

Descriptor::~Descriptor()
{
    close();
}

void Descriptor::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

bool sendFrame(int socket, const QByteArray &bytes, int attached)
{
    QByteArray head(4, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint32>(bytes.size()), head.data());
    const QByteArray all = head + bytes;
    for (qsizetype sent = 0; sent < all.size();) {
        iovec piece{const_cast<char *>(all.constData()) + sent, static_cast<size_t>(all.size() - sent)};
        msghdr message{};
        message.msg_iov = &piece;
        message.msg_iovlen = 1;
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
        if (attached >= 0 && sent == 0) {
            message.msg_control = control.data();
            message.msg_controllen = control.size();
            cmsghdr *header = CMSG_FIRSTHDR(&message);
            header->cmsg_level = SOL_SOCKET;
            header->cmsg_type = SCM_RIGHTS;
            header->cmsg_len = CMSG_LEN(sizeof(int));
            std::memcpy(CMSG_DATA(header), &attached, sizeof(int));
        }
        const ssize_t n = sendmsg(socket, &message, MSG_NOSIGNAL);
        if (n > 0) {
            sent += n;
        } else if (errno == EAGAIN) {
            pollfd writable{socket, POLLOUT, 0};
            poll(&writable, 1, -1);
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

FrameReader::State FrameReader::read(int socket)
{
    QByteArray &into = m_hasHead ? m_frame.bytes : m_head;
    const qsizetype wanted = m_hasHead ? m_frame.bytes.size() : 4;
    into.resize(wanted);
    iovec piece{into.data() + m_got, static_cast<size_t>(wanted - m_got)};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t n = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    if (n < 0)
        return errno == EAGAIN || errno == EINTR ? State::Incomplete : State::Ended;
    if (const cmsghdr *header = CMSG_FIRSTHDR(&message); header && header->cmsg_type == SCM_RIGHTS) {
        int descriptor = -1;
        std::memcpy(&descriptor, CMSG_DATA(header), sizeof(int));
        m_frame.attached = Descriptor(descriptor);
    }
    if (n == 0)
        return State::Ended;
    m_got += n;
    if (m_got < wanted)
        return State::Incomplete;
    m_got = 0;
    if (!m_hasHead) {
        const auto length = qFromLittleEndian<quint32>(m_head.constData());
        if (length == 0 || length > longestFrame)
            return State::Ended;
        m_frame.bytes.resize(static_cast<qsizetype>(length));
        m_hasHead = true;
        return State::Incomplete;
    }
    m_hasHead = false;
    return State::Complete;
}

Frame FrameReader::take()
{
    return std::exchange(m_frame, Frame{});
}

} // namespace pipeline
