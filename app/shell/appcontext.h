// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Deskbell {
class Clock;
}

namespace Deskbell::App {

namespace Api {
class Client;
}
class EventStream;
class Outbox;
class NotificationCenter;
class PresenceFeed;
class Registry;
class ReplyDrafts;
class RequestDrafts;
class Session;
class Settings;
class Theme;
class Windows;

/// What the parts of the program share; made in Application, lives as long as it. Passed by
/// reference to pages and dialogs, which keep the references they need.
struct AppContext
{
    const Clock &clock;
    Settings &settings;
    Theme &theme;
    Api::Client &client;
    Session &session;
    EventStream &events;
    RequestDrafts &drafts;
    Outbox &outbox;
    ReplyDrafts &replies;
    Registry &registry;
    Windows &windows;
    NotificationCenter &notifications;
    PresenceFeed &presence;
};

} // namespace Deskbell::App
