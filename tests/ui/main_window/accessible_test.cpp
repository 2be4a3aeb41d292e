// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/main_window/open_window.h"
#include "ui/main_window/actions.h"

#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QTabWidget>
#include <QTest>

#include <gtest/gtest.h>

#include <set>

using namespace Qt::StringLiterals;

namespace {

const std::set<QAccessible::Role> usedByHand{QAccessible::Button, QAccessible::CheckBox, QAccessible::RadioButton,
    QAccessible::ComboBox, QAccessible::SpinBox, QAccessible::EditableText, QAccessible::Slider, QAccessible::List,
    QAccessible::Tree, QAccessible::Table, QAccessible::PageTab, QAccessible::MenuItem, QAccessible::ButtonMenu,
    QAccessible::ButtonDropDown, QAccessible::Link};

/// Parts that are reached through their owner: tabs and entries with arrow keys, the line in a spin box, buttons of a scroll bar.
bool isReachedThroughItsOwner(QAccessibleInterface *part)
{
    if (part->role() == QAccessible::PageTab || part->role() == QAccessible::MenuItem)
        return true;
    for (QAccessibleInterface *owner = part->parent(); owner; owner = owner->parent()) {
        const QAccessible::Role role = owner->role();
        if (role == QAccessible::SpinBox || role == QAccessible::ComboBox || role == QAccessible::ScrollBar
            || role == QAccessible::PageTabList || role == QAccessible::ToolBar || role == QAccessible::EditableText)
            return true;
    }
    return false;
}

struct Audit {
    int parts = 0;
    int used = 0;

    void walk(QAccessibleInterface *part, const QString &where)
    {
        ASSERT_TRUE(part && part->isValid()) << where.toStdString();
        const QObject *object = part->object();
        if (object && (object->inherits("QWebEngineView") || object->inherits("QQuickWidget")))
            return; // the web view's tree is Chromium's own
        const QAccessible::State state = part->state();
        if (state.invisible)
            return;
        ++parts;
        const QString name = part->text(QAccessible::Name);
        const QString here = u"%1 > %2 \"%3\""_s.arg(
            where, QString::fromLatin1(object ? object->metaObject()->className() : "part"), name.left(40));
        EXPECT_NE(part->role(), QAccessible::NoRole) << here.toStdString();
        if (usedByHand.contains(part->role())) {
            ++used;
            const bool isInside = isReachedThroughItsOwner(part);
            EXPECT_TRUE(!name.isEmpty() || isInside) << "no name: " << here.toStdString();
            EXPECT_FALSE(name.contains(u"QString"_s)) << here.toStdString();
            EXPECT_TRUE(state.focusable || state.disabled || isInside) << "no focus: " << here.toStdString();
        }
        for (int i = 0; i < part->childCount(); ++i) {
            QAccessibleInterface *child = part->child(i);
            if (!child)
                continue;
            EXPECT_EQ(child->parent() ? child->parent()->object() : nullptr, part->object())
                << "another parent: " << here.toStdString();
            walk(child, here);
        }
    }
};

Audit auditOf(QWidget &window)
{
    Audit audit;
    audit.walk(QAccessible::queryAccessibleInterface(&window), {});
    return audit;
}

} // namespace

TEST(Accessible, everyPartOfTheStartPageHasANameARoleAndTheFocus)
{
    main_window::MainWindow window{settings::Settings{}};
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    EXPECT_GT(auditOf(window).used, 10);
}

TEST(Accessible, everyPartOfTheOpenWindowHasANameARoleAndTheFocus)
{
    const QTemporaryDir folder;
    OpenWindow open(threePages(folder));
    ASSERT_TRUE(open.waitUntilRead());
    for (const auto *action : {"find", "replace", "locate", "queue"})
        open.window.actions().find(QString::fromLatin1(action))->trigger();
    const auto *tabs = open.window.findChild<QTabWidget *>();
    for (int tab = 1; tab <= tabs->count(); ++tab) {
        if (QAction *action = open.window.actions().find(u"panel-%1"_s.arg(tab)))
            action->trigger();
        EXPECT_GT(auditOf(open.window).used, 30) << tab;
    }
}

TEST(Accessible, everyPartOfTheDialogsHasANameARoleAndTheFocus)
{
    main_window::MainWindow window{settings::Settings{}};
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    for (const auto *action : {"settings", "shortcuts", "palette"}) {
        window.actions().find(QString::fromLatin1(action))->trigger();
        QDialog *dialog = nullptr;
        ASSERT_TRUE(QTest::qWaitFor(
            [&] {
                const auto all = window.findChildren<QDialog *>();
                const auto seen = std::ranges::find_if(all, [](QDialog *it) { return it->isVisible(); });
                return (dialog = seen == all.end() ? nullptr : *seen) != nullptr;
            },
            5000))
            << action;
        EXPECT_GT(auditOf(*dialog).parts, 2) << action;
        dialog->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}
