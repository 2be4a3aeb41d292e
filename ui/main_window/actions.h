// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QMenu>

#include <functional>

namespace main_window {

/// When an action can be used.
enum class When { Always, DocumentOpen };

/// One thing a person can do: its menu entry, keys and name.
struct ActionSpec {
    QString id; ///< stable, for settings and tests: "read-page"
    QString text; ///< of the menu entry, with its mnemonic
    QList<QKeySequence> keys; ///< as delivered; a person may assign others
    QString icon = {}; ///< of the theme; empty for none
    When when = When::DocumentOpen;
    QWidget *where = nullptr; ///< keys count only while this widget has the focus; null: in the whole window
};

/// All actions of the window: the one list that menus, the command palette, the sheet of keys and the settings read.
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QWidget *window);

    /// Adds an action at the end of @p menu. @p run is called in the context of this object.
    QAction *add(QMenu *menu, const ActionSpec &spec, const std::function<void()> &run);

    [[nodiscard]] const QList<QAction *> &all() const { return m_actions; } ///< in the order of the menus
    [[nodiscard]] QAction *find(const QString &id) const; ///< null for none
    /// The menu an action stands in, without mnemonics: "Read".
    [[nodiscard]] QString menuOf(const QAction *action) const { return m_menus.value(action); }

    [[nodiscard]] QList<QKeySequence> standardKeys(const QAction *action) const { return m_standard.value(action); }
    /// Keys a person chose, by id; all others have their standard ones. An empty list: no key.
    void setKeys(const QHash<QString, QList<QKeySequence>> &chosen);

    void setDocumentOpen(bool isOpen);

private:
    QWidget *m_window;
    QList<QAction *> m_actions;
    QList<QAction *> m_needDocument;
    QHash<const QAction *, QString> m_menus;
    QHash<const QAction *, QList<QKeySequence>> m_standard;
};

/// A text without its mnemonic's ampersand and without a closing ellipsis.
[[nodiscard]] QString plainText(QString text);

} // namespace main_window
