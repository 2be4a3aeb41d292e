// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/tasks.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace ocr {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Tasks)
};

// The published prompts, to the letter: the model was never taught to follow instructions, other words lead it astray.
constexpr TaskInfo table[] = {
    {TaskKind::Markdown, "markdown"_L1, u"<|grounding|>Convert the document to markdown.", false, true, true,
        AnswerForm::Blocks},
    {TaskKind::Ocr, "ocr"_L1, u"<|grounding|>OCR the images.", false, true, true, AnswerForm::NamedBoxes},
    {TaskKind::Free, "free"_L1, u"Free OCR.", false, true, true, AnswerForm::Markdown},
    {TaskKind::Figure, "figure"_L1, u"Parse the figure.", false, true, false, AnswerForm::Markdown},
    {TaskKind::Locate, "locate"_L1, u"Locate <|ref|>%1<|/ref|> in the image.", true, true, false,
        AnswerForm::NamedBoxes},
    {TaskKind::Describe, "describe"_L1, u"Describe this image in detail.", false, true, false, AnswerForm::Markdown},
    {TaskKind::DescribeZh, "describe-zh"_L1, u"请详细描述这张图片。", false, true, false, AnswerForm::Markdown},
    {TaskKind::Objects, "objects"_L1, u"Identify all objects in the image and output them in bounding boxes.", false,
        true, false, AnswerForm::NamedBoxes},
    {TaskKind::CaptionZh, "caption-zh"_L1, u"这是一张", false, true, false, AnswerForm::Markdown},
    {TaskKind::Text, "text"_L1, u"%1", true, false, false, AnswerForm::Markdown},
    {TaskKind::Custom, "custom"_L1, u"%1", true, true, false, AnswerForm::FromPrompt},
};

constexpr QStringView picturePlace = u"<image>";

std::unexpected<base::Error> usage(const QString &what, const QString &remedy)
{
    return base::failure(base::ErrorCode::RequestRejected, what, remedy);
}

QString namesOfTasks()
{
    QStringList names;
    for (const TaskInfo &info : table)
        names.append(info.name + (info.takesWords ? u"=X"_s : QString()));
    return names.join(u", "_s);
}

QString trimmedAtEnd(QString text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

/// A prompt as people copy it from elsewhere, with `<image>\n` before it.
QString withoutPicturePlace(const QString &prompt)
{
    if (!prompt.startsWith(picturePlace))
        return prompt;
    QString rest = prompt.sliced(picturePlace.size());
    if (rest.startsWith(u'\n'))
        rest.remove(0, 1);
    else if (rest.startsWith("\\n"_L1)) // as typed in a shell
        rest.remove(0, 2);
    return rest;
}

struct FreeMode {
    int baseSize = 0;
    int imageSize = 0;
    bool crops = false;
};

std::optional<FreeMode> freeModeFrom(const QString &text)
{
    const QStringList parts = QString(text).replace(u'/', u',').split(u',');
    if (parts.size() != 3)
        return std::nullopt;
    FreeMode mode;
    for (const auto &[part, size] :
        {std::pair(parts[0].trimmed(), &mode.baseSize), std::pair(parts[1].trimmed(), &mode.imageSize)}) {
        bool isNumber = false;
        *size = part.toInt(&isNumber);
        if (!isNumber || *size < 64 || *size > 4096)
            return std::nullopt;
    }
    const QString crop = parts[2].trimmed();
    mode.crops = crop == "crop"_L1;
    if (!mode.crops && crop != "nocrop"_L1)
        return std::nullopt;
    return mode;
}

} // namespace

std::span<const TaskInfo> tasks()
{
    return table;
}

const TaskInfo &infoOf(TaskKind kind)
{
    const auto *found = std::ranges::find(table, kind, &TaskInfo::kind);
    Q_ASSERT(found != std::end(table));
    return *found;
}

QString titleOf(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Markdown:
        return Words::tr("Document to Markdown");
    case TaskKind::Ocr:
        return Words::tr("Text with boxes");
    case TaskKind::Free:
        return Words::tr("Plain text");
    case TaskKind::Figure:
        return Words::tr("Parse the figure");
    case TaskKind::Locate:
        return Words::tr("Locate…");
    case TaskKind::Describe:
        return Words::tr("Describe in English");
    case TaskKind::DescribeZh:
        return Words::tr("Describe in Chinese");
    case TaskKind::Objects:
        return Words::tr("Find objects");
    case TaskKind::CaptionZh:
        return Words::tr("Caption in Chinese");
    case TaskKind::Text:
        return Words::tr("Continue a text…");
    case TaskKind::Custom:
        return Words::tr("Own prompt…");
    }
    return {};
}

base::Result<Task> taskFrom(const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    const QString name = equals < 0 ? text : text.first(equals);
    const auto *found = std::ranges::find(table, name, &TaskInfo::name);
    if (found == std::end(table))
        return usage(Words::tr("'%1' is no task").arg(name), Words::tr("take one of %1").arg(namesOfTasks()));
    QString words = equals < 0 ? QString() : text.sliced(equals + 1);
    if (!found->takesWords && equals >= 0)
        return usage(Words::tr("the task %1 takes no words").arg(name), Words::tr("write --task %1").arg(name));
    if (found->kind == TaskKind::Custom)
        words = withoutPicturePlace(words);
    words = found->kind == TaskKind::Locate ? words.trimmed() : trimmedAtEnd(words);
    if (found->takesWords && words.isEmpty())
        return usage(Words::tr("the task %1 needs words").arg(name), Words::tr("write --task %1=WORDS").arg(name));
    if (words.contains(picturePlace))
        return usage(Words::tr("%1 stands for the page's picture and may come once only, at the start of an own prompt")
                         .arg(picturePlace),
            Words::tr("leave it out"));
    return Task{found->kind, words};
}

QString promptOf(const Task &task)
{
    const TaskInfo &info = infoOf(task.kind);
    const QString prompt = info.prompt.toString();
    return info.takesWords ? prompt.arg(task.words) : prompt;
}

QStringList modeNames()
{
    return {u"tiny"_s, u"small"_s, u"base"_s, u"large"_s, u"gundam"_s, u"gundam-m"_s};
}

base::Result<QString> modeFrom(const QString &text)
{
    if (modeNames().contains(text))
        return text;
    if (const std::optional<FreeMode> mode = freeModeFrom(text))
        return u"%1,%2,%3"_s.arg(mode->baseSize).arg(mode->imageSize).arg(mode->crops ? u"crop"_s : u"nocrop"_s);
    return usage(Words::tr("'%1' is no mode").arg(text),
        Words::tr("take one of %1, or sizes like 1024,640,crop").arg(modeNames().join(u", "_s)));
}

QJsonValue modeJson(const QString &mode)
{
    const std::optional<FreeMode> sizes = freeModeFrom(mode);
    if (!sizes)
        return mode;
    return QJsonObject{
        {u"base_size"_s, sizes->baseSize}, {u"image_size"_s, sizes->imageSize}, {u"crop"_s, sizes->crops}};
}

} // namespace ocr
