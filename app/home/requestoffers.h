// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"
#include "common/desks/category.h"
#include "common/desks/desk.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Deskbell::App {

class StateView;
struct AppContext;

/// What one can ask for: a large "New request", and the categories of the desks that take requests,
/// each a card with a line of explanation.
class RequestOffers : public QWidget
{
    Q_OBJECT

public:
    explicit RequestOffers(AppContext &context, QWidget *parent = nullptr);

    /// Reads what there is; what is shown stays until it is there.
    void load();

Q_SIGNALS:
    /// Of any kind.
    void requestWanted();
    void categoryChosen(const Deskbell::Desk &desk, const Deskbell::Category &category);

protected:
    void changeEvent(QEvent *event) override;

private:
    void failed(const Error &error);
    void showCards(const QList<Category> &categories);
    void retranslate();

    AppContext &m_context;
    QList<Desk> m_desks;
    QList<Category> m_categories;
    bool m_loaded = false;
    QLabel *m_title;
    QPushButton *m_new;
    QWidget *m_cards;
    QVBoxLayout *m_column;
    StateView *m_state;
};

} // namespace Deskbell::App
