// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/cli/sha256.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <vector>

namespace cli {

namespace {

/// Round constants: fractions of the cube roots of the first 64 primes; start values: of the square roots of the first 8.
struct Constants {
    std::array<std::uint32_t, 64> rounds{};
    std::array<std::uint32_t, 8> start{};

    Constants()
    {
        std::size_t found = 0;
        for (int candidate = 2; found < rounds.size(); ++candidate) {
            bool prime = true;
            for (int divisor = 2; divisor * divisor <= candidate; ++divisor)
                prime = prime && candidate % divisor != 0;
            if (!prime)
                continue;
            rounds[found] = fraction(std::cbrt(static_cast<long double>(candidate)));
            if (found < start.size())
                start[found] = fraction(std::sqrt(static_cast<long double>(candidate)));
            ++found;
        }
    }

    /// The first 32 bits behind the point.
    static std::uint32_t fraction(long double root)
    {
        return static_cast<std::uint32_t>((root - std::floor(root)) * 4294967296.0L);
    }
};

using State = std::array<std::uint32_t, 8>;

void mix(State &state, const std::uint8_t *block, const Constants &constants)
{
    std::array<std::uint32_t, 64> w;
    for (std::size_t i = 0; i < 16; ++i)
        w[i] = static_cast<std::uint32_t>(block[4 * i]) << 24 | static_cast<std::uint32_t>(block[4 * i + 1]) << 16
            | static_cast<std::uint32_t>(block[4 * i + 2]) << 8 | block[4 * i + 3];
    for (std::size_t i = 16; i < 64; ++i) {
        const std::uint32_t s0 = std::rotr(w[i - 15], 7) ^ std::rotr(w[i - 15], 18) ^ (w[i - 15] >> 3);
        const std::uint32_t s1 = std::rotr(w[i - 2], 17) ^ std::rotr(w[i - 2], 19) ^ (w[i - 2] >> 10);
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; ++i) {
        const std::uint32_t s1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        const std::uint32_t first = h + s1 + ((e & f) ^ (~e & g)) + constants.rounds[i] + w[i];
        const std::uint32_t s0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        const std::uint32_t second = s0 + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + first, d = c, c = b, b = a, a = first + second;
    }
    const State mixed{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < state.size(); ++i)
        state[i] += mixed[i];
}

} // namespace

std::string sha256(std::span<const std::uint8_t> bytes)
{
    static const Constants constants;
    State state = constants.start;
    std::size_t done = 0;
    for (; done + 64 <= bytes.size(); done += 64)
        mix(state, bytes.data() + done, constants);
    std::vector<std::uint8_t> rest(bytes.begin() + static_cast<std::ptrdiff_t>(done), bytes.end());
    rest.push_back(0x80);
    while (rest.size() % 64 != 56)
        rest.push_back(0);
    const std::uint64_t bits = static_cast<std::uint64_t>(bytes.size()) * 8;
    for (int shift = 56; shift >= 0; shift -= 8)
        rest.push_back(static_cast<std::uint8_t>(bits >> shift));
    for (std::size_t block = 0; block < rest.size(); block += 64)
        mix(state, rest.data() + block, constants);
    std::string text;
    for (const std::uint32_t word : state)
        for (int shift = 28; shift >= 0; shift -= 4)
            text += "0123456789abcdef"[(word >> shift) & 15];
    return text;
}

} // namespace cli
