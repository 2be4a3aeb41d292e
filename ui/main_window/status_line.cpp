// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/status_line.h"

#include <QLabel>
#include <QProgressBar>

namespace main_window {

namespace {

/// A label that gives way: what does not fit is cut with an ellipsis instead of widening the window.
class ShortLabel : public QLabel {
public:
    ShortLabel() { setIndent(0); } // the style sheet's padding is enough

    void setWhole(const QString &text)
    {
        m_whole = text;
        setAccessibleName(text);
        setToolTip(text);
        cut();
        updateGeometry();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(m_whole) + padding + 2, QLabel::sizeHint().height()};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {40, QLabel::minimumSizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QLabel::resizeEvent(event);
        cut();
    }

private:
    void cut() { setText(fontMetrics().elidedText(m_whole, Qt::ElideRight, std::max(20, contentsRect().width()))); }

    static constexpr int padding = 14; // both sides; as look::styleSheet has it
    QString m_whole;
};

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_pageState(new ShortLabel)
    , m_message(new ShortLabel)
    , m_bar(new QProgressBar)
    , m_progress(new ShortLabel)
    , m_reader(new ShortLabel)
    , m_memory(new QLabel)
    , m_network(new QLabel)
{
    setSizeGripEnabled(false);
    m_bar->setAccessibleName(tr("Reading progress"));
    m_bar->setFixedWidth(110);
    m_bar->setTextVisible(false);
    m_bar->hide();
    m_message->hide();
    addWidget(m_pageState, 3);
    addWidget(m_message, 3);
    addPermanentWidget(m_bar);
    for (QLabel *label : {m_progress, m_reader, m_memory, m_network}) {
        addPermanentWidget(label);
        label->hide();
    }
}

void StatusLine::setPageState(const QString &text)
{
    static_cast<ShortLabel *>(m_pageState)->setWhole(text);
    m_pageState->show();
    m_message->hide();
}

void StatusLine::setProgress(int done, int wanted, const QString &text)
{
    m_bar->setVisible(wanted > 0);
    m_bar->setRange(0, std::max(1, wanted));
    m_bar->setValue(done);
    static_cast<ShortLabel *>(m_progress)->setWhole(text);
    m_progress->setVisible(!text.isEmpty());
}

namespace {

void tell(QLabel *label, const QString &text, const QString &toolTip)
{
    label->setText(text);
    label->setToolTip(toolTip);
    label->setVisible(!text.isEmpty());
}

} // namespace

void StatusLine::setReader(const QString &text, const QString &toolTip)
{
    static_cast<ShortLabel *>(m_reader)->setWhole(text);
    m_reader->setToolTip(toolTip);
    m_reader->setVisible(!text.isEmpty());
}

void StatusLine::setMemory(const QString &text, const QString &toolTip)
{
    tell(m_memory, text, toolTip);
}

void StatusLine::setNetwork(const QString &text, const QString &toolTip)
{
    tell(m_network, text, toolTip);
}

void StatusLine::say(const QString &text)
{
    static_cast<ShortLabel *>(m_message)->setWhole(text);
    m_message->setVisible(!text.isEmpty());
    m_pageState->setVisible(text.isEmpty());
}

QString StatusLine::message() const
{
    return m_message->accessibleName();
}

} // namespace main_window
