// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readers/sha256.h"

#include "engine/base/exceptions.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>
#include <vector>

namespace readers {

namespace {

class Digest {
public:
    Digest()
        : m_context(EVP_MD_CTX_new(), EVP_MD_CTX_free)
    {
        if (!m_context || EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) != 1)
            throw base::Exception("SHA-256 is not available");
    }

    void add(const char *data, std::size_t size)
    {
        if (EVP_DigestUpdate(m_context.get(), data, size) != 1)
            throw base::Exception("SHA-256 failed");
    }

    std::string hex()
    {
        std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
        unsigned size = 0;
        if (EVP_DigestFinal_ex(m_context.get(), bytes.data(), &size) != 1)
            throw base::Exception("SHA-256 failed");
        constexpr const char *digits = "0123456789abcdef";
        std::string text;
        for (unsigned i = 0; i < size; ++i) {
            text += digits[bytes[i] >> 4];
            text += digits[bytes[i] & 15];
        }
        return text;
    }

private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
};

} // namespace

std::string sha256(std::string_view bytes)
{
    Digest digest;
    digest.add(bytes.data(), bytes.size());
    return digest.hex();
}

std::string sha256OfFile(const std::string &path, const std::stop_token &stop)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw base::Exception(path + " cannot be read");
    Digest digest;
    std::vector<char> piece(1 << 20);
    while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())) || file.gcount() > 0) {
        if (stop.stop_requested())
            return {};
        digest.add(piece.data(), static_cast<std::size_t>(file.gcount()));
    }
    return digest.hex();
}

} // namespace readers
