// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ocr/tasks.h"

#include "app/ocr/request.h"

#include <QJsonObject>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace ocr;

namespace {

QString promptFor(const QString &typed)
{
    const base::Result<Task> task = taskFrom(typed);
    return task ? promptOf(*task) : u"ERROR: "_s + task.error().what;
}

} // namespace

TEST(Tasks, eachNameGivesThePublishedPromptToTheLetter)
{
    const std::pair<QString, QString> published[] = {
        {u"markdown"_s, u"<|grounding|>Convert the document to markdown."_s},
        {u"ocr"_s, u"<|grounding|>OCR the images."_s},
        {u"free"_s, u"Free OCR."_s},
        {u"figure"_s, u"Parse the figure."_s},
        {u"locate=the teacher"_s, u"Locate <|ref|>the teacher<|/ref|> in the image."_s},
        {u"locate=11-2="_s, u"Locate <|ref|>11-2=<|/ref|> in the image."_s},
        {u"describe"_s, u"Describe this image in detail."_s},
        {u"describe-zh"_s, u"请详细描述这张图片。"_s},
        {u"objects"_s, u"Identify all objects in the image and output them in bounding boxes."_s},
        {u"caption-zh"_s, u"这是一张"_s},
        {u"text=君不见,黄河之水天上来"_s, u"君不见,黄河之水天上来"_s},
        {u"custom=OCR markdown"_s, u"OCR markdown"_s},
    };
    for (const auto &[typed, prompt] : published)
        EXPECT_EQ(promptFor(typed), prompt);
    EXPECT_EQ(std::size(published), tasks().size() + 1); // locate twice
    EXPECT_EQ(tasks().front().kind, Task().kind);
}

TEST(Tasks, aPromptOfOnesOwnMayBringItsPicturePlace)
{
    EXPECT_EQ(promptFor(u"custom=<image>\nFree OCR."_s), u"Free OCR."_s);
    EXPECT_EQ(promptFor(u"custom=<image>\\nFree OCR."_s), u"Free OCR."_s);
    EXPECT_EQ(promptFor(u"custom=<image>Free OCR. \n"_s), u"Free OCR."_s);
}

TEST(Tasks, aSecondPictureIsRefused)
{
    for (const QString &typed : {u"custom=<image>\n<image>\nFree OCR."_s, u"locate=<image>"_s, u"text=<image>\nx"_s})
        EXPECT_FALSE(taskFrom(typed)) << typed.toStdString();
}

TEST(Tasks, percentSignsInWordsAreWords)
{
    EXPECT_EQ(promptFor(u"locate=%1 of 20 %"_s), u"Locate <|ref|>%1 of 20 %<|/ref|> in the image."_s);
}

TEST(Tasks, whatIsWrongIsToldWithTheNamesThereAre)
{
    const base::Result<Task> unknown = taskFrom(u"summary"_s);
    ASSERT_FALSE(unknown);
    EXPECT_TRUE(unknown.error().remedy.contains(
        u"markdown, ocr, free, figure, locate=X, describe, describe-zh, objects, caption-zh, text=X, custom=X"_s));
    EXPECT_FALSE(taskFrom(u"locate"_s));
    EXPECT_FALSE(taskFrom(u"locate= "_s));
    EXPECT_FALSE(taskFrom(u"free=now"_s));
    EXPECT_FALSE(taskFrom({}));
}

TEST(Tasks, everyTaskHasATitleForMenus)
{
    for (const TaskInfo &info : tasks())
        EXPECT_EQ(titleOf(info.kind).endsWith(u'…'), info.takesWords) << titleOf(info.kind).toStdString();
}

TEST(Modes, namesAndSizesTravelAsTheContractHasThem)
{
    EXPECT_EQ(modeJson(*modeFrom(u"gundam-m"_s)), QJsonValue(u"gundam-m"_s));
    const QJsonObject sizes{{u"base_size"_s, 1280}, {u"image_size"_s, 640}, {u"crop"_s, false}};
    EXPECT_EQ(modeJson(*modeFrom(u"1280,640,nocrop"_s)), sizes);
    EXPECT_EQ(modeJson(*modeFrom(u"1280/640/nocrop"_s)), sizes);
    ReadRequest request;
    request.mode = u"1024,640,crop"_s;
    EXPECT_TRUE(buildRequest({}, request).value(u"recto").toObject().value(u"mode").toObject().value(u"crop").toBool());
}

TEST(Modes, whatIsNoneIsToldWithTheNamesThereAre)
{
    for (const QString &typed : {u""_s, u"huge"_s, u"Gundam"_s, u"1024,640"_s, u"1024,640,yes"_s, u"12,640,crop"_s,
             u"1024,9999,crop"_s, u"a,b,crop"_s}) {
        const base::Result<QString> mode = modeFrom(typed);
        ASSERT_FALSE(mode) << typed.toStdString();
        EXPECT_TRUE(mode.error().remedy.contains(u"tiny, small, base, large, gundam, gundam-m"_s));
    }
}
