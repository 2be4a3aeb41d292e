// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/exceptions.h"
#include "engine/weights/safetensors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <optional>

namespace weights {

namespace {

// As the format's own reader has it.
constexpr std::uint64_t largestHeader = 100'000'000;
constexpr std::size_t mostDimensions = 32;

struct DType {
    const char *name;
    at::ScalarType type;
    std::uint64_t bytes;
};

constexpr DType dtypes[] = {
    {"BF16", at::kBFloat16, 2},
    {"F16", at::kHalf, 2},
    {"F32", at::kFloat, 4},
    {"F64", at::kDouble, 8},
    {"I64", at::kLong, 8},
    {"I32", at::kInt, 4},
    {"I16", at::kShort, 2},
    {"I8", at::kChar, 1},
    {"U8", at::kByte, 1},
    {"BOOL", at::kBool, 1},
    {"F8_E4M3", at::kFloat8_e4m3fn, 1},
    {"F8_E5M2", at::kFloat8_e5m2, 1},
    {"U16", at::kUInt16, 2},
    {"U32", at::kUInt32, 4},
    {"U64", at::kUInt64, 8},
};

/// Names may hold anything: shown short, printable, in quotes.
std::string shown(std::string_view name)
{
    std::string text = "\"";
    for (const char c : name.substr(0, 100))
        text += (c >= ' ' && c != 127) ? c : '?';
    return text + (name.size() > 100 ? "…\"" : "\"");
}

/// Takes the header's JSON apart as it is read, so that a name given twice is seen (a DOM would keep the last).
class HeaderReader final : public nlohmann::json_sax<nlohmann::json> {
public:
    HeaderReader(SafetensorsHeader &header, std::uint64_t dataBytes)
        : m_header(header)
        , m_dataBytes(dataBytes)
    {
    }

    const std::string &fault() const { return m_fault; }

    bool null() override { return misplaced("null"); }
    bool boolean(bool) override { return misplaced("a boolean"); }
    bool number_integer(std::int64_t) override { return misplaced("a negative number"); }
    bool number_float(double, const std::string &) override { return misplaced("a fraction"); }
    bool binary(binary_t &) override { return misplaced("binary data"); }

    bool number_unsigned(std::uint64_t value) override
    {
        if (m_place != Place::Shape && m_place != Place::Offsets)
            return misplaced("a number");
        if (m_numbers.size() >= mostDimensions)
            return fail(shown(m_name) + " has a list of more than 32 numbers");
        m_numbers.push_back(value);
        return true;
    }

    bool string(std::string &value) override
    {
        if (m_place == Place::Metadata && m_metadataKey) {
            if (!m_header.metadata.emplace(*m_metadataKey, value).second)
                return fail("__metadata__ names " + shown(*m_metadataKey) + " twice");
            m_metadataKey.reset();
            return true;
        }
        if (m_place == Place::Entry && m_field == "dtype") {
            m_dtype = value;
            return true;
        }
        return misplaced("a text");
    }

    bool start_object(std::size_t) override
    {
        if (m_place == Place::Outside)
            m_place = Place::Top;
        else if (m_place == Place::Top)
            m_place = m_name == "__metadata__" ? Place::Metadata : Place::Entry;
        else
            return misplaced("an object");
        return true;
    }

    bool end_object() override
    {
        if (m_place == Place::Entry && !finishEntry())
            return false;
        m_place = m_place == Place::Top ? Place::Outside : Place::Top;
        return true;
    }

    bool start_array(std::size_t) override
    {
        if (m_place != Place::Entry || (m_field != "shape" && m_field != "data_offsets"))
            return misplaced("a list");
        m_place = m_field == "shape" ? Place::Shape : Place::Offsets;
        m_numbers.clear();
        return true;
    }

    bool end_array() override
    {
        (m_place == Place::Shape ? m_shape : m_offsets) = m_numbers;
        m_place = Place::Entry;
        return true;
    }

    bool key(std::string &name) override
    {
        if (m_place == Place::Metadata)
            m_metadataKey = name;
        else if (m_place == Place::Entry)
            return startField(name);
        else
            return startEntry(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string &, const nlohmann::json::exception &) override
    {
        return fail("the header is not valid JSON near its byte " + std::to_string(position));
    }

private:
    enum class Place { Outside, Top, Metadata, Entry, Shape, Offsets };

    bool fail(std::string what)
    {
        if (m_fault.empty())
            m_fault = std::move(what);
        return false;
    }

    bool misplaced(const char *what)
    {
        return fail("the header holds " + std::string(what) + " where none belongs"
            + (m_place == Place::Outside || m_name.empty() ? std::string() : ", at " + shown(m_name)));
    }

    bool startEntry(const std::string &name)
    {
        const bool again = m_header.entries.contains(name) || (name == "__metadata__" && m_metadataSeen);
        if (again)
            return fail(shown(name) + " is named twice");
        m_metadataSeen = m_metadataSeen || name == "__metadata__";
        m_name = name;
        m_dtype.reset();
        m_shape.reset();
        m_offsets.reset();
        return true;
    }

    bool startField(const std::string &name)
    {
        const bool again
            = (name == "dtype" && m_dtype) || (name == "shape" && m_shape) || (name == "data_offsets" && m_offsets);
        if (again)
            return fail(shown(m_name) + " states its " + name + " twice");
        if (name != "dtype" && name != "shape" && name != "data_offsets")
            return fail(shown(m_name) + " has the unknown field " + shown(name));
        m_field = name;
        return true;
    }

    bool finishEntry()
    {
        if (!m_dtype || !m_shape || !m_offsets)
            return fail(shown(m_name) + " lacks its dtype, shape or data_offsets");
        const auto *found
            = std::find_if(std::begin(dtypes), std::end(dtypes), [&](const DType &d) { return *m_dtype == d.name; });
        if (found == std::end(dtypes))
            return fail(shown(m_name) + " has the unknown type " + shown(*m_dtype));
        if (m_offsets->size() != 2 || (*m_offsets)[0] > (*m_offsets)[1])
            return fail(shown(m_name) + " has data_offsets that are no range");
        SafetensorsEntry entry{found->type, {}, (*m_offsets)[0], (*m_offsets)[1]};
        if (entry.end > m_dataBytes)
            return fail(shown(m_name) + " ends at byte " + std::to_string(entry.end)
                + " of its data, but the file holds " + std::to_string(m_dataBytes)
                + ": it is truncated or its header is wrong");
        std::uint64_t bytes = found->bytes;
        for (const std::uint64_t size : *m_shape) {
            // A shape with a zero has no bytes whatever the other sizes; those must still fit a tensor's.
            if (size > INT64_MAX || __builtin_mul_overflow(bytes, size, &bytes) || bytes > INT64_MAX)
                return fail(shown(m_name) + " has an absurd shape");
            entry.shape.push_back(static_cast<std::int64_t>(size));
        }
        if (bytes != entry.end - entry.begin)
            return fail(shown(m_name) + " has " + std::to_string(entry.end - entry.begin)
                + " bytes, but its shape needs " + std::to_string(bytes));
        m_header.entries.emplace(m_name, std::move(entry));
        return true;
    }

    SafetensorsHeader &m_header;
    std::uint64_t m_dataBytes;
    std::string m_fault;
    Place m_place = Place::Outside;
    bool m_metadataSeen = false;
    std::string m_name;
    std::string m_field;
    std::optional<std::string> m_metadataKey;
    std::optional<std::string> m_dtype;
    std::optional<std::vector<std::uint64_t>> m_shape;
    std::optional<std::vector<std::uint64_t>> m_offsets;
    std::vector<std::uint64_t> m_numbers;
};

/// The ranges must follow each other from 0 to the end of the file.
std::string gapOrOverlap(const SafetensorsHeader &header, std::uint64_t dataBytes)
{
    std::vector<std::pair<std::string_view, const SafetensorsEntry *>> inOrder;
    inOrder.reserve(header.entries.size());
    for (const auto &[name, entry] : header.entries)
        inOrder.emplace_back(name, &entry);
    std::sort(inOrder.begin(), inOrder.end(), [](const auto &a, const auto &b) {
        return std::pair(a.second->begin, a.second->end) < std::pair(b.second->begin, b.second->end);
    });
    std::uint64_t reached = 0;
    for (const auto &[name, entry] : inOrder) {
        if (entry->begin < reached)
            return shown(name) + " overlaps the tensor before it";
        if (entry->begin > reached)
            return "there are bytes of no tensor before " + shown(name);
        reached = entry->end;
    }
    if (reached != dataBytes)
        return std::to_string(dataBytes - reached) + " bytes after the last tensor belong to none";
    return {};
}

} // namespace

SafetensorsHeader parseSafetensors(std::span<const std::byte> file, std::string_view where)
{
    const auto complain = [&](const std::string &what) { throw base::BadModel(std::string(where) + ": " + what); };
    if (file.size() < 8)
        complain("the file is too short for a safetensors header");
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < 8; ++i)
        length |= std::to_integer<std::uint64_t>(file[i]) << (8 * i);
    if (length > largestHeader)
        complain("the header claims to be " + std::to_string(length) + " bytes long; this is not a safetensors file");
    if (length > file.size() - 8)
        complain("the header claims " + std::to_string(length) + " bytes, but the file has only "
            + std::to_string(file.size() - 8) + " more: it is truncated");
    SafetensorsHeader header;
    header.dataStart = 8 + length;
    const std::uint64_t dataBytes = file.size() - header.dataStart;
    const auto *text = reinterpret_cast<const char *>(file.data()) + 8;
    if (length == 0 || text[0] != '{')
        complain("the header is not a JSON object");
    HeaderReader reader(header, dataBytes);
    if (!nlohmann::json::sax_parse(text, text + length, &reader))
        complain(reader.fault().empty() ? "the header is not valid JSON" : reader.fault());
    if (const std::string fault = gapOrOverlap(header, dataBytes); !fault.empty())
        complain(fault);
    return header;
}

} // namespace weights
