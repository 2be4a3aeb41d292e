// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace readers {

/// An open file that is closed with its owner.
class Descriptor {
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept;
    ~Descriptor() { close(); }

    int get() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }
    void close();

private:
    int m_number;
};

/// One message between the engine and a Tesseract worker: JSON, and beside it at most one open file.
struct Message {
    nlohmann::json json;
    Descriptor file;
};

/// Sends one message, whole. @return false when nobody is there to take it.
bool sendMessage(int socket, const nlohmann::json &json, int file = -1);

/// Puts messages together from what arrives on a socket.
class MessageReader {
public:
    enum class State { Incomplete, Complete, Ended };

    /// Takes what is there, waiting for the first byte. Ended: the other side is gone, or speaks another language.
    State read(int socket);
    /// Once read() said Complete.
    Message take();
    /// Whether another message was read already.
    bool hasWhole() const;

private:
    std::string m_bytes;
    Descriptor m_file;
};

/// A picture's bytes in memory that can be handed over. @throws std::bad_alloc
Descriptor inMemory(const std::string &bytes);
/// What @c inMemory was given.
std::string bytesOf(const Descriptor &file);

} // namespace readers
