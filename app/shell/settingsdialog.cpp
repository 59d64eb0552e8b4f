// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/settingsdialog.h"

#include "app/shell/appcontext.h"
#include "app/shell/keysdialog.h"
#include "app/shell/language.h"
#include "app/shell/registry.h"
#include "app/shell/settings.h"
#include "app/shell/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>

namespace Deskbell::App {

using namespace Qt::StringLiterals;

void SettingsDialog::open(AppContext &context, const ActionRegistry &actions, QWidget *parent,
                          const QString &page)
{
    auto *dialog = new SettingsDialog(context, actions, parent);
    const QList<SettingsPageSpec> &pages = context.registry.settingsPages();
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (pages[i].id == page)
            dialog->m_tabs->setCurrentIndex(int(i) + 1);
    }
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->QDialog::open();
}

SettingsDialog::SettingsDialog(AppContext &context, const ActionRegistry &actions, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_tabs(new QTabWidget(this))
    , m_form(new QFormLayout)
    , m_language(new QComboBox(this))
    , m_theme(new QComboBox(this))
    , m_hold(new QComboBox(this))
    , m_singleKeys(new QCheckBox(this))
    , m_keys(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"settingsDialog"_s);
    setMinimumWidth(660); // what a page of a feature says stands in one line
    m_language->setObjectName(u"language"_s);
    m_language->addItem(QString(), QString());
    for (const Language::Choice &choice : Language::available())
        m_language->addItem(choice.name, choice.code);
    m_theme->setObjectName(u"theme"_s);
    for (const ThemeMode mode :
         {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast}) {
        m_theme->addItem(QString(), toSetting(mode));
    }
    m_hold->setObjectName(u"holdReplies"_s);
    for (const int seconds : {0, 5, 10, 20, 30})
        m_hold->addItem(QString(), seconds);
    m_singleKeys->setObjectName(u"singleKeys"_s);
    m_keys->setObjectName(u"changeKeys"_s);
    m_close->setObjectName(u"closeSettings"_s);

    Settings &settings = context.settings;
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings.value(Keys::language))));
    m_theme->setCurrentIndex(std::max(0, m_theme->findData(settings.value(Keys::themeMode))));
    m_hold->setCurrentIndex(std::max(0, m_hold->findData(settings.value(Keys::holdReplies))));
    m_singleKeys->setChecked(settings.value(Keys::singleKeys));
    connect(m_language, &QComboBox::activated, this, [this] {
        m_context.settings.set(Keys::language, m_language->currentData().toString());
    });
    connect(m_theme, &QComboBox::activated, this,
            [this] { m_context.settings.set(Keys::themeMode, m_theme->currentData().toString()); });
    connect(m_hold, &QComboBox::activated, this,
            [this] { m_context.settings.set(Keys::holdReplies, m_hold->currentData().toInt()); });
    connect(m_singleKeys, &QCheckBox::toggled, this,
            [this](bool on) { m_context.settings.set(Keys::singleKeys, on); });
    connect(m_keys, &QPushButton::clicked, this, [this, &actions] {
        auto *dialog = new KeysDialog(m_context, actions, this);
        dialog->QDialog::open();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);

    m_form->setHorizontalSpacing(Metrics::pageMargin);
    m_form->setVerticalSpacing(Metrics::margin);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(new QLabel(this), m_language);
    m_form->addRow(new QLabel(this), m_theme);
    m_form->addRow(new QLabel(this), m_hold);
    m_form->addRow(QString(), m_singleKeys);
    m_form->addRow(QString(), m_keys);
    m_tabs->setObjectName(u"settingsPages"_s);
    m_tabs->setDocumentMode(true);
    auto *general = new QWidget;
    auto *generalColumn = new QVBoxLayout(general);
    generalColumn->setContentsMargins(0, Metrics::pageMargin, 0, 0);
    generalColumn->addLayout(m_form);
    generalColumn->addStretch();
    m_tabs->addTab(general, QString());
    for (const SettingsPageSpec &page : context.registry.settingsPages())
        m_tabs->addTab(page.create(context), QString());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::pageMargin, Metrics::pageMargin, Metrics::pageMargin,
                               Metrics::pageMargin);
    column->setSpacing(Metrics::pageMargin);
    column->addWidget(m_tabs);
    column->addWidget(m_close, 0, Qt::AlignRight);
    retranslate();
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_tabs->setTabText(0, tr("General"));
    const QList<SettingsPageSpec> &pages = m_context.registry.settingsPages();
    for (qsizetype i = 0; i < pages.size(); ++i)
        m_tabs->setTabText(int(i) + 1, pages[i].title());
    const auto label = [this](QWidget *field, const QString &text) {
        auto *made = qobject_cast<QLabel *>(m_form->labelForField(field));
        made->setText(text);
        made->setBuddy(field);
    };
    label(m_language, tr("&Language"));
    label(m_theme, tr("&Appearance"));
    m_language->setItemText(0, tr("As the system"));
    m_theme->setItemText(0, tr("As the system"));
    m_theme->setItemText(1, tr("Light"));
    m_theme->setItemText(2, tr("Dark"));
    m_theme->setItemText(3, tr("High contrast"));
    label(m_hold, tr("&Take back a reply for"));
    m_hold->setItemText(0, tr("Not at all, it goes out at once"));
    for (int i = 1; i < m_hold->count(); ++i)
        m_hold->setItemText(i, tr("%n second(s)", nullptr, m_hold->itemData(i).toInt()));
    m_singleKeys->setText(tr("Single &keys in lists (J, K, A, R, …)"));
    m_keys->setText(tr("&Change keys…"));
    m_close->setText(tr("Close"));
}

void SettingsDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace Deskbell::App
