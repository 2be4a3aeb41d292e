// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/at_spi/bus_tree.h"
#include "tests/ui/main_window/open_window.h"

#include <QElapsedTimer>
#include <QFuture>
#include <QtConcurrentRun>

#include <gtest/gtest.h>

#include <set>

using namespace Qt::StringLiterals;

namespace {

const std::set<QString> usedByHand{u"push button"_s, u"button"_s, u"check box"_s, u"combo box"_s, u"spin button"_s,
    u"text"_s, u"entry"_s, u"list"_s, u"tree"_s, u"table"_s, u"page tab"_s, u"menu item"_s};

/// Asked again until the program has been heard of: it makes itself known in its own time.
BusPart treeSeen()
{
    BusPart tree;
    QElapsedTimer clock;
    clock.start();
    while (tree.role.isEmpty() && clock.elapsed() < patience) {
        const QFuture<BusPart> asked = QtConcurrent::run(treeOnTheBus, QCoreApplication::applicationName());
        if (!QTest::qWaitFor([&] { return asked.isFinished(); }, patience))
            break;
        tree = asked.result();
        QTest::qWait(50);
    }
    return tree;
}

const BusPart *find(const BusPart &part, const std::function<bool(const BusPart &)> &isWanted)
{
    if (isWanted(part))
        return &part;
    for (const BusPart &child : part.children) {
        if (const BusPart *found = find(child, isWanted))
            return found;
    }
    return nullptr;
}

int audit(const BusPart &part, const QString &where)
{
    const QString here = u"%1 > %2 \"%3\""_s.arg(where, part.role, part.name.left(40));
    EXPECT_FALSE(part.role.isEmpty() || part.role == u"unknown"_s || part.role == u"invalid"_s) << here.toStdString();
    int used = 0;
    if (part.isShowing && usedByHand.contains(part.role)) {
        ++used;
        const bool isInside = where.endsWith(u"spin button"_s) || where.contains(u"> spin button"_s)
            || where.contains(u"> combo box"_s) || where.contains(u"> page tab list"_s);
        EXPECT_TRUE(!part.name.isEmpty() || isInside) << "no name: " << here.toStdString();
    }
    for (const BusPart &child : part.children)
        used += audit(child, here);
    return used;
}

} // namespace

TEST(AtSpi, aScreenReaderFindsTheWindowAndTheBlocksOfItsPageInOrder)
{
    const QTemporaryDir folder;
    OpenWindow open(threePages(folder));
    ASSERT_TRUE(open.waitUntilRead());
    const BusPart program = treeSeen();
    ASSERT_FALSE(program.role.isEmpty()) << "the program is not on the accessibility bus";
    EXPECT_GT(audit(program, {}), 20);

    const BusPart *page = find(program, [](const BusPart &part) { return part.name == u"Page 1"_s; });
    ASSERT_TRUE(page);
    EXPECT_TRUE(page->isFocusable);
    const QList<document::Block> &blocks = open.store().page(0).blocks;
    ASSERT_EQ(qsizetype(page->children.size()), blocks.size());
    for (qsizetype i = 0; i < blocks.size(); ++i)
        EXPECT_EQ(page->children[size_t(i)].name, blocks[i].text);
    EXPECT_EQ(page->children.front().role, u"heading"_s);
}
