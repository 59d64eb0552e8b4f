// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/error.h"

#include <QDialog>
#include <QJsonObject>
#include <QList>

#include <optional>

class QFormLayout;
class QPushButton;
class QStackedWidget;

namespace Deskbell::App {

class FormErrors;
class NoticeBox;
struct AppContext;

/// A form that makes something or changes it: sends what its fields say, or only what was changed,
/// shows refusals at the fields, and goes when the server has it. What somebody else changed in the
/// meantime is told, and what is typed stays. Deletes itself.
class EntityDialog : public QDialog
{
    Q_OBJECT

public:
    /// What is changed, as it was when the form opened.
    struct Original
    {
        QString path; ///< "/categories/3"
        int version = 1;
        QJsonObject draft; ///< what draft() yields for it
    };

    /// `path` is where new ones are made ("/categories"); with an original that is changed.
    EntityDialog(AppContext &context, const QString &path, const std::optional<Original> &original,
                 QWidget *parent);

Q_SIGNALS:
    /// With the server's answer.
    void saved(const QJsonObject &entity);

protected:
    /// All fields as the server takes them for a new one.
    virtual QJsonObject draft() const = 0;
    virtual QList<FieldError> faults() const = 0;

    void showEvent(QShowEvent *event) override;

    QFormLayout &form() { return *m_form; }
    AppContext &context() const { return m_context; }
    NoticeBox &notice() { return *m_notice; }
    FormErrors &errors() { return *m_errors; }
    bool isNew() const { return !m_original; }
    /// A row with room for its fault below. `field` is its name in the interface.
    void addField(const QString &field, const QString &label, QWidget *editor);
    /// Something to choose from in place of the fields, until goOn().
    void beginWith(QWidget *choice);
    void goOn();

private:
    void save();
    void answered(const Error &error);
    /// Tells what they changed; from now on that is what was there.
    void tellTheirs(const QJsonObject &current);
    QJsonObject changes() const;
    void focusFirstField();

    AppContext &m_context;
    const QString m_path;
    std::optional<Original> m_original;
    QStackedWidget *m_pages;
    QWidget *m_fields;
    QWidget *m_choice = nullptr;
    QFormLayout *m_form;
    NoticeBox *m_notice;
    QPushButton *m_save;
    QPushButton *m_cancel;
    FormErrors *m_errors;
    QList<std::pair<QString, QString>> m_labels; ///< by field
};

/// Such a form for a Draft, the type with `toJson()` and `validate()` that POST takes.
template <class Draft>
class DraftDialog : public EntityDialog
{
public:
    /// What is changed; none: something new.
    struct Target
    {
        qint64 id = 0;
        int version = 1;
    };

protected:
    /// `before` is what is there, or what a new one begins with.
    DraftDialog(AppContext &context, const QString &path, const std::optional<Target> &target,
                const Draft &before, QWidget *parent)
        : EntityDialog(context, path, originalOf(path, target, before), parent)
        , m_before(before)
    {}

    const Draft &before() const { return m_before; }
    /// `before` with what the fields say.
    virtual Draft typed() const = 0;

    QJsonObject draft() const final { return toJson(typed()); }
    QList<FieldError> faults() const final { return validate(typed()); }

private:
    static std::optional<Original>
    originalOf(const QString &path, const std::optional<Target> &target, const Draft &before)
    {
        if (!target)
            return {};
        return Original{.path = path + u'/' + QString::number(target->id),
                        .version = target->version,
                        .draft = toJson(before)};
    }

    const Draft m_before;
};

} // namespace Deskbell::App
