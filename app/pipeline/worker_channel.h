// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <utility>

namespace pipeline {

/// A file descriptor with one owner.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor();

    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    void close();

private:
    int m_descriptor = -1;
};

/// One message between a page worker and its parent: bytes, and perhaps a descriptor.
struct Frame {
    QByteArray bytes;
    Descriptor attached;
};

/// Sends a frame whole; waits while the other side is slow to read. False when it is gone.
bool sendFrame(int socket, const QByteArray &bytes, int attached = -1);

/// Puts frames together from what a socket has to give: a length of four bytes, then so many bytes.
class FrameReader {
public:
    enum class State { Incomplete, Complete, Ended };

    /// Reads what is there, and waits for it when the socket is a blocking one. Ended: the other side is gone or talks nonsense.
    State read(int socket);
    /// The complete frame; the reader is ready for the next.
    Frame take();

private:
    QByteArray m_head;
    Frame m_frame;
    qsizetype m_got = 0;
    bool m_hasHead = false;
};

} // namespace pipeline
