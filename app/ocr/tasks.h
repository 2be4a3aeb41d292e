// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <span>

namespace ocr {

/// What can be asked of the network about a picture (model specification, section 9), or without one.
enum class TaskKind {
    Markdown, ///< a document: layout, boxes and Markdown; the usual task
    Ocr, ///< signs, screenshots: text line by line with boxes
    Free, ///< text without layout
    Figure, ///< a chart, formula, drawing or photo: read it deeply (markdown::parseFigure takes the answer apart)
    Locate, ///< where something is: a text of the page, or a thing in words
    Describe, ///< in English
    DescribeZh, ///< in Chinese
    Objects, ///< all things with their boxes
    CaptionZh, ///< "this is a picture of …" in Chinese
    Text, ///< go on with a text; no picture
    Custom, ///< any prompt
};

/// What the answer to a task looks like.
enum class AnswerForm {
    Blocks, ///< grounded: a label and boxes before each block's Markdown
    NamedBoxes, ///< grounded: the refs hold the text itself, or the name of what the boxes are around
    Markdown, ///< Markdown or prose without tags
    FromPrompt, ///< a prompt of the person's own: told by its tags
};

/// One line of the table of tasks.
struct TaskInfo {
    TaskKind kind;
    QLatin1StringView name; ///< as in --task NAME
    QStringView prompt; ///< exact, without `<image>\n`, which servers put before it; "%1" stands for the person's words
    bool takesWords; ///< NAME=X
    bool takesPicture; ///< false: text alone
    bool isForAnyReader; ///< Tesseract can do it as well, in its way: it reads and tells where
    AnswerForm answer;
};

/// All tasks in the order of menus; the first is the usual one. Any thread.
[[nodiscard]] std::span<const TaskInfo> tasks();

/// The line of the table.
[[nodiscard]] const TaskInfo &infoOf(TaskKind kind);

/// A task's name for people, translated, for menus ("Describe in English"). With an ellipsis where words must be given.
[[nodiscard]] QString titleOf(TaskKind kind);

/// A task with the person's words.
struct Task {
    TaskKind kind = TaskKind::Markdown;
    QString words; ///< X of NAME=X; empty where the task takes none

    bool operator==(const Task &) const = default;
};

/// Reads "locate=invoice total". Prompts of one's own may begin with `<image>` and a line break; it is taken off.
/// @return RequestRejected that names the tasks there are, that words are missing or too many, or that a second picture is meant.
[[nodiscard]] base::Result<Task> taskFrom(const QString &text);

/// The exact text part of the request: never with `<image>`, no white space at its end (a token of its own to the model).
[[nodiscard]] QString promptOf(const Task &task);

/// The modes by name: tiny, small, base, large, gundam, gundam-m.
[[nodiscard]] QStringList modeNames();

/// Reads a mode as a person types it: a name, or sizes as "1024,640,crop" or "1024,640,nocrop" (64 to 4096; slashes do as well).
/// @return what ReadRequest::mode takes, or RequestRejected naming what there is.
[[nodiscard]] base::Result<QString> modeFrom(const QString &text);

/// The same for the wire, recto.mode: a name, or {base_size, image_size, crop}. @param mode  as modeFrom gives it.
[[nodiscard]] QJsonValue modeJson(const QString &mode);

} // namespace ocr
