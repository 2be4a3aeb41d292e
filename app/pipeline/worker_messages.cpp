// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/worker_messages.h"

#include <QDataStream>
#include <QIODevice>

#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeline {

namespace {

/// Writer and Reader have the same calls: one function (@c fields) names the fields of a type for both.
class Writer {
public:
    template <class T>
    void field(const T &value)
    {
        m_stream << value;
    }
    template <class T>
    void number(const T &value)
    {
        m_stream << static_cast<qint64>(value);
    }
    template <class List, class Each>
    void list(const List &values, Each each)
    {
        m_stream << static_cast<qint64>(values.size());
        for (const auto &value : values)
            each(*this, value);
    }
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

private:
    QByteArray m_bytes;
    QDataStream m_stream{&m_bytes, QIODevice::WriteOnly};
};

class Reader {
public:
    explicit Reader(const QByteArray &bytes)
        : m_stream(bytes)
    {
    }
    template <class T>
    void field(T &value)
    {
        m_stream >> value;
    }
    template <class T>
    void number(T &value)
    {
        qint64 read = 0;
        m_stream >> read;
        value = static_cast<T>(read);
    }
    template <class List, class Each>
    void list(List &values, Each each)
    {
        qint64 count = 0;
        m_stream >> count;
        for (qint64 i = 0; i < count && m_stream.status() == QDataStream::Ok; ++i) {
            typename List::value_type value{};
            each(*this, value);
            values.append(std::move(value));
        }
    }
    [[nodiscard]] bool isWhole() const { return m_stream.status() == QDataStream::Ok && m_stream.atEnd(); }

private:
    QDataStream m_stream;
};

void fields(auto &stream, auto &box)
    requires requires { box.x0; }
{
    stream.field(box.x0);
    stream.field(box.y0);
    stream.field(box.x1);
    stream.field(box.y1);
}

void fields(auto &stream, auto &page)
    requires requires { page.exifOrientation; }
{
    stream.field(page.size);
    stream.number(page.unit);
    stream.field(page.resolution.value);
    stream.number(page.frame);
    stream.number(page.exifOrientation);
}

/// All but the path, which travels as bytes and is known to both sides.
void fields(auto &stream, auto &document)
    requires requires { document.source.kind; }
{
    stream.field(document.source.name);
    stream.number(document.source.kind);
    stream.field(document.source.format);
    stream.field(document.title);
    stream.list(document.pages, [](auto &each, auto &page) { fields(each, page); });
}

void fields(auto &stream, auto &word)
    requires requires { word.spaceAfter; }
{
    stream.field(word.text);
    fields(stream, word.box);
    stream.field(word.font.family);
    stream.field(word.font.size);
    stream.field(word.font.bold);
    stream.field(word.font.italic);
    stream.field(word.font.monospace);
    stream.number(word.rotation);
    stream.field(word.spaceAfter);
    stream.field(word.invisible);
    stream.field(word.link);
    stream.field(word.isVertical);
}

void fields(auto &stream, auto &layer)
    requires requires { layer.pictureCoverage; }
{
    stream.field(layer.size);
    stream.list(layer.words, [](auto &each, auto &word) { fields(each, word); });
    stream.list(layer.pictures, [](auto &each, auto &box) { fields(each, box); });
    stream.list(layer.rules, [](auto &each, auto &rule) { fields(each, rule.box); });
    stream.list(layer.drawings, [](auto &each, auto &box) { fields(each, box); });
    stream.field(layer.pictureCoverage);
    stream.number(layer.unmappedCharacters);
    stream.number(layer.invisibleCharacters);
    stream.number(layer.paintedCharacters);
    stream.number(layer.paths);
}

void fields(auto &stream, auto &error)
    requires requires { error.remedy; }
{
    stream.number(error.code);
    stream.field(error.what);
    stream.field(error.remedy);
    stream.field(error.detail);
}

struct ImageHead {
    int width = 0;
    int height = 0;
    qsizetype bytesPerLine = 0;
    int format = 0;
    int dotsPerMeterX = 0;
    int dotsPerMeterY = 0;
};

void fields(auto &stream, auto &head)
    requires requires { head.bytesPerLine; }
{
    stream.number(head.width);
    stream.number(head.height);
    stream.number(head.bytesPerLine);
    stream.number(head.format);
    stream.number(head.dotsPerMeterX);
    stream.number(head.dotsPerMeterY);
}

void requestFields(auto &stream, auto &request, QByteArray &path)
{
    stream.number(request.kind);
    stream.field(path);
    stream.field(request.typedPassword);
    fields(stream, request.document);
    stream.field(request.password);
    stream.number(request.pageIndex);
    stream.field(request.resolution.value);
    stream.field(request.part);
}

constexpr quint8 good = 0;
constexpr quint8 bad = 1;

template <class T>
QByteArray packGood(const T &value)
{
    Writer writer;
    writer.field(good);
    fields(writer, value);
    return writer.take();
}

/// The error an answer is, or nothing after the mark of a good one was read.
std::optional<base::Error> unpackError(Reader &reader)
{
    quint8 mark = bad;
    reader.field(mark);
    if (mark == good)
        return {};
    base::Error error{};
    fields(reader, error);
    return error;
}

template <class T>
std::optional<base::Result<T>> unpackValue(const Frame &frame)
{
    Reader reader(frame.bytes);
    if (std::optional<base::Error> error = unpackError(reader)) {
        if (!reader.isWhole())
            return {};
        return base::Result<T>(std::unexpected(std::move(*error)));
    }
    T value{};
    fields(reader, value);
    if (!reader.isWhole())
        return {};
    return base::Result<T>(std::move(value));
}

bool isPlausible(const ImageHead &head)
{
    const bool isGrey = head.format == QImage::Format_Grayscale8;
    if ((!isGrey && head.format != QImage::Format_RGB888) || head.width < 1 || head.height < 1 || head.width > 100'000
        || head.height > 100'000)
        return false;
    const qsizetype least = qsizetype{head.width} * (isGrey ? 1 : 3);
    return head.bytesPerLine >= least && head.bytesPerLine < least + 64;
}

struct Mapping {
    void *memory;
    size_t bytes;
};

void unmap(void *mapping)
{
    auto *mapped = static_cast<Mapping *>(mapping);
    munmap(mapped->memory, mapped->bytes);
    delete mapped;
}

/// Memory whose size and content can no longer change, or null.
void *mapSealed(int descriptor, size_t bytes)
{
    struct stat info{};
    constexpr int needed = F_SEAL_SHRINK | F_SEAL_WRITE;
    if (fstat(descriptor, &info) != 0 || info.st_size < static_cast<off_t>(bytes)
        || (fcntl(descriptor, F_GET_SEALS) & needed) != needed)
        return nullptr;
    void *memory = mmap(nullptr, bytes, PROT_READ, MAP_SHARED | MAP_POPULATE, descriptor, 0);
    return memory == MAP_FAILED ? nullptr : memory;
}

/// A copy of what lies in the memory, to be freed; null when it has less.
void *copyOf(int descriptor, size_t bytes)
{
    struct stat info{};
    if (fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode) || info.st_size < static_cast<off_t>(bytes))
        return nullptr;
    std::unique_ptr<void, decltype(&std::free)> memory(std::malloc(bytes), std::free);
    for (size_t have = 0; memory && have < bytes;) {
        const ssize_t n
            = pread(descriptor, static_cast<char *>(memory.get()) + have, bytes - have, static_cast<off_t>(have));
        if (n <= 0)
            return nullptr;
        have += static_cast<size_t>(n);
    }
    return memory.release();
}

bool writePixels(const QImage &image, int descriptor)
{
    const auto bytes = static_cast<size_t>(image.sizeInBytes());
    for (size_t written = 0; written < bytes;) {
        const ssize_t n = pwrite(descriptor, image.constBits() + written, bytes - written, static_cast<off_t>(written));
        if (n <= 0)
            return false;
        written += static_cast<size_t>(n);
    }
    return true;
}

/// The picture in its memory, which is given back with it; null for bytes that are not there.
QImage pictureOf(const ImageHead &it, int descriptor)
{
    const size_t bytes = static_cast<size_t>(it.bytesPerLine) * static_cast<size_t>(it.height);
    const auto format = static_cast<QImage::Format>(it.format);
    if (static_cast<qsizetype>(bytes) <= mostLentBytes) {
        void *memory = copyOf(descriptor, bytes);
        return memory
            ? QImage(static_cast<uchar *>(memory), it.width, it.height, it.bytesPerLine, format, std::free, memory)
            : QImage();
    }
    void *memory = mapSealed(descriptor, bytes);
    return memory ? QImage(static_cast<const uchar *>(memory), it.width, it.height, it.bytesPerLine, format, unmap,
                        new Mapping{memory, bytes})
                  : QImage();
}

} // namespace

void fields(auto &stream, auto &opened)
    requires requires {
        opened.document.pages;
        opened.password;
    }
{
    fields(stream, opened.document);
    stream.field(opened.password);
}

QByteArray pack(const Request &request)
{
    Writer writer;
    QByteArray path = QByteArray::fromStdString(request.path);
    requestFields(writer, request, path);
    return writer.take();
}

std::optional<Request> unpackRequest(const QByteArray &bytes)
{
    Request request;
    QByteArray path;
    Reader reader(bytes);
    requestFields(reader, request, path);
    request.path = path.toStdString();
    if (!reader.isWhole())
        return {};
    return request;
}

QByteArray packError(const base::Error &error)
{
    Writer writer;
    writer.field(bad);
    fields(writer, error);
    return writer.take();
}

QByteArray packDone()
{
    Writer writer;
    writer.field(good);
    return writer.take();
}

QByteArray pack(const OpenedAnswer &opened)
{
    Writer writer;
    writer.field(good);
    fields(writer, opened.document);
    writer.field(opened.password);
    return writer.take();
}

QByteArray pack(const document::TextLayer &layer)
{
    return packGood(layer);
}

QByteArray pack(const QImage &image)
{
    return packGood(ImageHead{image.width(), image.height(), image.bytesPerLine(), image.format(),
        image.dotsPerMeterX(), image.dotsPerMeterY()});
}

std::optional<base::Result<void>> unpackDone(const Frame &frame)
{
    Reader reader(frame.bytes);
    std::optional<base::Error> error = unpackError(reader);
    if (!reader.isWhole())
        return {};
    if (error)
        return base::Result<void>(std::unexpected(std::move(*error)));
    return base::Result<void>();
}

std::optional<base::Result<OpenedAnswer>> unpackOpened(const Frame &frame)
{
    return unpackValue<OpenedAnswer>(frame);
}

std::optional<base::Result<document::TextLayer>> unpackTextLayer(const Frame &frame)
{
    return unpackValue<document::TextLayer>(frame);
}

std::optional<base::Result<QImage>> unpackImage(const Frame &frame)
{
    const std::optional<base::Result<ImageHead>> head = unpackValue<ImageHead>(frame);
    if (!head)
        return {};
    if (!*head)
        return base::Result<QImage>(std::unexpected(head->error()));
    const ImageHead &it = **head;
    if (!isPlausible(it))
        return {};
    QImage image = pictureOf(it, frame.attached.get());
    if (image.isNull())
        return {};
    image.setDotsPerMeterX(it.dotsPerMeterX);
    image.setDotsPerMeterY(it.dotsPerMeterY);
    return base::Result<QImage>(std::move(image));
}

bool lendImage(const QImage &image, Descriptor &reused)
{
    if (image.sizeInBytes() > mostLentBytes)
        return false;
    if (!reused.isOpen())
        reused = Descriptor(memfd_create("recto-pages", MFD_CLOEXEC));
    return reused.isOpen() && writePixels(image, reused.get());
}

Descriptor shareImage(const QImage &image)
{
    Descriptor shared(memfd_create("recto-page", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!shared.isOpen() || ftruncate(shared.get(), static_cast<off_t>(image.sizeInBytes())) != 0
        || !writePixels(image, shared.get()))
        return Descriptor();
    fcntl(shared.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
    return shared;
}

} // namespace pipeline
