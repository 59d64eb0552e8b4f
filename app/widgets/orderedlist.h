// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

#include <functional>

class QPushButton;

namespace Deskbell::App {

/// Things in an order that the person makes: added, edited, moved and removed, by the buttons and
/// by keys (Insert, Return, Delete, Alt with Up and Down). OrderedListOf knows what they are.
class OrderedList : public QListWidget
{
    Q_OBJECT

public:
    struct Words
    {
        QString name; ///< for screen readers
        QString remove;
    };

    /// To be laid out below the list.
    QWidget *buttons() const { return m_buttons; }

Q_SIGNALS:
    void changed();

protected:
    /// `name` begins the names of its buttons: "step" → "stepAdd". At most `most` things.
    OrderedList(const QString &name, const Words &words, int most, QWidget *parent);

    virtual void editAt(int row) = 0; ///< -1: a new one
    virtual void swapAt(int row, int other) = 0;
    virtual void removeAt(int row) = 0;

    void showLines(const QStringList &lines, int current);
    void keyPressEvent(QKeyEvent *event) override;

private:
    QPushButton *addButton(const QString &name, const QString &icon, const QString &text,
                           const QKeySequence &key);
    void updateButtons();

    const int m_most;
    QWidget *m_buttons;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
};

/// Such a list of Ts. `edit` opens a form for the one in a row, or for a new one (-1), and gives
/// what comes of it to put().
template <class T>
class OrderedListOf final : public OrderedList
{
public:
    struct Kind
    {
        QString name;
        Words words;
        int most = 0;
        std::function<QString(const T &)> line;
        std::function<void(int row)> edit;
    };

    OrderedListOf(const Kind &kind, const QList<T> &things, QWidget *parent)
        : OrderedList(kind.name, kind.words, kind.most, parent)
        , m_kind(kind)
        , m_things(things)
    {
        showThings(0);
    }

    const QList<T> &things() const { return m_things; }
    /// In place of the one in the row; -1: after the last.
    void put(int row, const T &thing)
    {
        if (row < 0)
            m_things.append(thing);
        else
            m_things[row] = thing;
        showThings(row < 0 ? int(m_things.size()) - 1 : row);
        Q_EMIT changed();
    }

protected:
    void editAt(int row) override { m_kind.edit(row); }
    void swapAt(int row, int other) override
    {
        m_things.swapItemsAt(row, other);
        showThings(other);
        Q_EMIT changed();
    }
    void removeAt(int row) override
    {
        m_things.removeAt(row);
        showThings(row);
        Q_EMIT changed();
    }

private:
    void showThings(int current)
    {
        QStringList lines;
        for (const T &thing : std::as_const(m_things))
            lines.append(m_kind.line(thing));
        showLines(lines, current);
    }

    const Kind m_kind;
    QList<T> m_things;
};

} // namespace Deskbell::App
