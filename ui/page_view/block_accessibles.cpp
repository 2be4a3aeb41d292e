// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page_view/block_accessibles.h"

#include "ui/page_view/block_names.h"
#include "ui/page_view/page_canvas.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>

namespace page_view {

namespace {

QAccessible::Role roleOf(const document::Block &block)
{
    if (block.level > 0)
        return QAccessible::Heading;
    if (!block.html.isEmpty())
        return QAccessible::Table;
    if (block.type == QLatin1StringView("image"))
        return QAccessible::Graphic;
    return QAccessible::Paragraph;
}

/// One block. Knows its canvas and its id, so that it stays right while the page changes under it.
class BlockAccessible : public QAccessibleInterface {
public:
    BlockAccessible(PageCanvas *canvas, QString id)
        : m_canvas(canvas)
        , m_id(std::move(id))
    {
    }

    [[nodiscard]] bool isValid() const override { return m_canvas && block(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_canvas);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override
    {
        return block() ? roleOf(*block()) : QAccessible::Paragraph;
    }
    void setText(QAccessible::Text, const QString &) override { }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const document::Block *it = block();
        if (!it)
            return {};
        if (kind == QAccessible::Name)
            return it->text.isEmpty() ? blockTypeInWords(*it) : it->text;
        return kind == QAccessible::Description ? blockTypeInWords(*it) : QString();
    }

    [[nodiscard]] QRect rect() const override
    {
        const document::Block *it = block();
        if (!it || it->boxes.isEmpty())
            return {};
        const QRect inViewport = m_canvas->toViewport(it->boxes.first()).toAlignedRect();
        return {m_canvas->viewport()->mapToGlobal(inViewport.topLeft()), inViewport.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.selectable = true;
        state.selected = m_canvas && m_canvas->lit() == m_id;
        return state;
    }

private:
    [[nodiscard]] const document::Block *block() const
    {
        if (!m_canvas)
            return nullptr;
        const QList<document::Block> &blocks = m_canvas->page().blocks;
        const auto found = std::ranges::find(blocks, m_id, &document::Block::id);
        return found == blocks.end() ? nullptr : &*found;
    }

    QPointer<PageCanvas> m_canvas;
    QString m_id;
};

class CanvasAccessible : public QAccessibleWidget {
public:
    explicit CanvasAccessible(PageCanvas *canvas)
        : QAccessibleWidget(canvas, QAccessible::Document)
    {
    }
    ~CanvasAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return int(canvas()->page().blocks.size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        const QList<document::Block> &blocks = canvas()->page().blocks;
        if (index < 0 || index >= blocks.size())
            return nullptr;
        const QString &id = blocks[index].id;
        if (!m_children.contains(id))
            m_children.insert(id, QAccessible::registerAccessibleInterface(new BlockAccessible(canvas(), id)));
        return QAccessible::accessibleInterface(m_children.value(id));
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (int index = 0; index < childCount(); ++index) {
            if (child(index) == wanted)
                return index;
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int index = 0; index < childCount(); ++index) {
            if (child(index)->rect().contains(x, y))
                return child(index);
        }
        return nullptr;
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && canvas()->pageIndex() >= 0
            ? PageCanvas::tr("Page %1").arg(canvas()->pageIndex() + 1)
            : QAccessibleWidget::text(kind);
    }

private:
    [[nodiscard]] PageCanvas *canvas() const { return static_cast<PageCanvas *>(object()); }

    mutable QHash<QString, QAccessible::Id> m_children; ///< by block id
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *canvas = qobject_cast<PageCanvas *>(object);
    return canvas ? new CanvasAccessible(canvas) : nullptr;
}

} // namespace

void installBlockAccessibles()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace page_view
