// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_names.h"

#include <gtest/gtest.h>

using namespace cli;
using base::NativePath;

namespace {

NativePath markdownOf(OutputNames &names, const NativePath &path, const NativePath &relative = {})
{
    return names.take(path, relative.empty() ? path.filename() : relative).file("md");
}

} // namespace

TEST(OutputNames, filesGoBesideTheirSource)
{
    OutputNames names({});
    EXPECT_EQ(markdownOf(names, "/x/report.pdf"), "/x/report.md");
    EXPECT_EQ(markdownOf(names, "scan.tif"), "scan.md");
    EXPECT_EQ(names.take("/x/a.pdf", "a.pdf").imagesFolder(), "/x/a_images");
}

TEST(OutputNames, standardInputGoesToTheCurrentFolder)
{
    OutputNames names({});
    EXPECT_EQ(markdownOf(names, {}, {}), "stdin.md");
    OutputNames elsewhere(NativePath("/out"));
    EXPECT_EQ(elsewhere.take({}, {}).file("txt"), "/out/stdin.txt");
}

TEST(OutputNames, aFoldersTreeIsMirroredUnderTheOutputFolder)
{
    OutputNames names(NativePath("/out"));
    EXPECT_EQ(markdownOf(names, "/in/a/b/c.pdf", "a/b/c.pdf"), "/out/a/b/c.md");
    EXPECT_EQ(markdownOf(names, "/elsewhere/d.pdf"), "/out/d.md");
}

TEST(OutputNames, theSecondOfOneStemKeepsItsExtension)
{
    OutputNames names({});
    EXPECT_EQ(markdownOf(names, "/x/a.pdf"), "/x/a.md");
    EXPECT_EQ(markdownOf(names, "/x/a.png"), "/x/a.png.md");
    EXPECT_EQ(markdownOf(names, "/x/a.tif"), "/x/a.tif.md");
    EXPECT_EQ(markdownOf(names, "/y/a.png"), "/y/a.md");
}

TEST(OutputNames, equalNamesFromTwoFoldersStayApartInOneOutputFolder)
{
    OutputNames names(NativePath("/out"));
    EXPECT_EQ(markdownOf(names, "/x/a.pdf"), "/out/a.md");
    EXPECT_EQ(markdownOf(names, "/y/a.pdf"), "/out/a.pdf.md");
    EXPECT_EQ(markdownOf(names, "/z/a.pdf"), "/out/a.pdf-2.md");
    EXPECT_EQ(markdownOf(names, "/z/a.pdf.png"), "/out/a.pdf.png.md");
}

TEST(OutputNames, oneFolderSpeltTwoWaysIsOneFolder)
{
    OutputNames names({});
    EXPECT_EQ(markdownOf(names, "x/a.pdf"), "x/a.md");
    EXPECT_EQ(markdownOf(names, "x/../x/./a.png"), "x/../x/./a.png.md");
}

TEST(OutputNames, anyNameWorks)
{
    OutputNames names({});
    EXPECT_EQ(markdownOf(names, ".hidden"), ".hidden.md");
    EXPECT_EQ(markdownOf(names, "plain"), "plain.md");
    EXPECT_EQ(markdownOf(names, "archive.tar.gz"), "archive.tar.md");
    EXPECT_EQ(markdownOf(names, "-\n\xFF.pdf"), "-\n\xFF.md");
}
