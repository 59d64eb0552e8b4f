// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/entitydialog.h"
#include "common/canned/cannedreply.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QToolButton;

namespace Deskbell::App {

class MarkdownView;

/// Makes a canned reply or macro, or changes one, with a preview of its text.
class CannedDialog : public DraftDialog<CannedDraft>
{
    Q_OBJECT

public:
    /// `value`: null for a new one.
    CannedDialog(AppContext &context, const CannedReply *value, QWidget *parent);

protected:
    CannedDraft typed() const override;

private:
    void addText();
    void addActions(const CannedReply *value);
    /// Who can have a new one.
    void offerScopes();
    /// What there is to choose from where it is used.
    void loadChoices();
    void showPreview();
    DeskId desk() const;
    MacroActions actions() const;

    QLineEdit *m_name;
    QComboBox *m_scope = nullptr; ///< of a new one: it never changes. Data: the scope, and its desk
    QComboBox *m_category;
    QComboBox *m_kind;
    QPlainTextEdit *m_text;
    QToolButton *m_variables;
    MarkdownView *m_preview;
    QComboBox *m_priority;
    QComboBox *m_assignee; ///< data: an account, or one of the words in the source
    QComboBox *m_team;
    QComboBox *m_status;
    QLineEdit *m_addTags;
    QLineEdit *m_removeTags;
};

} // namespace Deskbell::App
