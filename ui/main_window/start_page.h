// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QStringList>

class QLabel;
class QListWidget;

namespace main_window {

/// What a person sees first: where to drop a document and what will happen then; the documents they had open before.
class StartPage : public QScrollArea {
    Q_OBJECT
public:
    explicit StartPage(QWidget *parent = nullptr);

    /// Documents opened before, latest first; shown while none are offered.
    void setRecent(const QStringList &paths);
    /// Documents to choose from (a folder's), under @p title, until one is opened.
    void setOffered(const QString &title, const QStringList &paths);
    /// One calm line about the reader: "No model is installed: Tesseract will read."
    void setReaderLine(const QString &text);
    /// Something to look at below all else, as wide as the page.
    void addShelf(QWidget *shelf);

Q_SIGNALS:
    void openWanted();
    void recentChosen(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void list(const QString &title, const QStringList &paths, int rows);

    QWidget *m_column;
    QLabel *m_readerLine;
    QLabel *m_recentTitle;
    QListWidget *m_recent;
};

} // namespace main_window
