// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QPushButton;
class QTabWidget;

namespace Deskbell::App {

class ActionRegistry;
struct AppContext;

/// Language, look and keys, and the pages of features. Everything takes effect at once; there is
/// nothing to apply.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `page`: one that a feature registered; empty for the first.
    static void open(AppContext &context, const ActionRegistry &actions, QWidget *parent,
                     const QString &page = {});

protected:
    void changeEvent(QEvent *event) override;

private:
    SettingsDialog(AppContext &context, const ActionRegistry &actions, QWidget *parent);
    void retranslate();

    AppContext &m_context;
    QTabWidget *m_tabs;
    QFormLayout *m_form;
    QComboBox *m_language;
    QComboBox *m_theme;
    QComboBox *m_hold; ///< for how long a reply can be taken back
    QCheckBox *m_singleKeys;
    QPushButton *m_keys;
    QPushButton *m_close;
};

} // namespace Deskbell::App
