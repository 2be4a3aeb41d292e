// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contents/block_list.h"

#include <algorithm>

namespace contents {

namespace {

constexpr int tellEveryMs = 200;

} // namespace

BlockList::BlockList(document::DocumentStore *store, Wanted wanted, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_wanted(std::move(wanted))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(tellEveryMs);
    connect(&m_soon, &QTimer::timeout, this, &BlockList::changed);
    connect(store, &document::DocumentStore::documentOpened, this, [this] {
        m_pages.clear();
        m_pages.resize(m_store->pageCount());
        for (int index = 0; index < m_store->pageCount(); ++index)
            look(index);
        m_soon.start();
    });
    connect(store, &document::DocumentStore::pageChanged, this, [this](int index) {
        look(index);
        if (!m_soon.isActive())
            m_soon.start(); // also when nothing of the kind is there: why it is empty may have changed
    });
}

void BlockList::look(int pageIndex)
{
    if (pageIndex >= m_pages.size())
        m_pages.resize(m_store->pageCount());
    QList<PlacedBlock> found;
    for (const document::Block &block : m_store->page(pageIndex).blocks) {
        if (m_wanted(block))
            found.append({pageIndex, block});
    }
    m_pages[pageIndex] = found;
}

QList<PlacedBlock> BlockList::blocks() const
{
    QList<PlacedBlock> all;
    for (const QList<PlacedBlock> &page : m_pages)
        all += page;
    return all;
}

BlockList::Emptiness BlockList::emptiness(const QString &none) const
{
    using document::PageStatus;
    if (m_store->pageCount() == 0)
        return {tr("No document is open"), tr("Drop a PDF, a scan or a photo anywhere in the window.")};
    const auto count = [this](auto... statuses) {
        return std::ranges::count_if(
            m_store->pages(), [=](const document::Page &page) { return ((page.status == statuses) || ...); });
    };
    if (count(PageStatus::Reading) > 0)
        return {tr("Being read"), tr("What is found appears here as the pages are read.")};
    const auto read = count(PageStatus::Ok, PageStatus::Partial);
    if (read == 0 && count(PageStatus::Failed) > 0)
        return {tr("The pages could not be read"), tr("The Log tells why, and has a button to try again.")};
    if (read == 0)
        return {tr("Not read yet"), tr("Read the page with F5, or all pages with Ctrl+Shift+F5.")};
    return {none, read < m_store->pageCount() ? tr("Some pages are still unread.") : QString()};
}

} // namespace contents
