<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ApprovalText</name>
    <message numerus="yes">
        <source>%n of them</source>
        <translation>
            <numerusform>%n of them</numerusform>
            <numerusform>%n of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkText</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rehearsing %n ticket(s)</source>
        <translation>
            <numerusform>Rehearsing %n ticket</numerusform>
            <numerusform>Rehearsing %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rehearsal of %n ticket(s)</source>
        <translation>
            <numerusform>Rehearsal of %n ticket</numerusform>
            <numerusform>Rehearsal of %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changing %n ticket(s)</source>
        <translation>
            <numerusform>Changing %n ticket</numerusform>
            <numerusform>Changing %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n ticket(s)</source>
        <translation>
            <numerusform>Undoing %n ticket</numerusform>
            <numerusform>Undoing %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change of %n ticket(s)</source>
        <translation>
            <numerusform>Change of %n ticket</numerusform>
            <numerusform>Change of %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled change of %n ticket(s)</source>
        <translation>
            <numerusform>Cancelled change of %n ticket</numerusform>
            <numerusform>Cancelled change of %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone change of %n ticket(s)</source>
        <translation>
            <numerusform>Undone change of %n ticket</numerusform>
            <numerusform>Undone change of %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be changed</source>
        <translation>
            <numerusform>%n would be changed</numerusform>
            <numerusform>%n would be changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be refused</source>
        <translation>
            <numerusform>%n would be refused</numerusform>
            <numerusform>%n would be refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like that already</source>
        <translation>
            <numerusform>%n like that already</numerusform>
            <numerusform>%n like that already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undone</source>
        <translation>
            <numerusform>%n undone</numerusform>
            <numerusform>%n undone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n kept</numerusform>
            <numerusform>%n kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ApprovalPanel</name>
    <message numerus="yes">
        <source>%n earlier approval(s)</source>
        <translation>
            <numerusform>%n earlier approval</numerusform>
            <numerusform>%n earlier approvals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::Bell</name>
    <message numerus="yes">
        <source>Notifications: %n unread</source>
        <translation>
            <numerusform>Notifications: %n unread</numerusform>
            <numerusform>Notifications: %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::BulkChangeDialog</name>
    <message numerus="yes">
        <source>Change all %n ticket(s) of this list</source>
        <translation>
            <numerusform>Change the one ticket of this list</numerusform>
            <numerusform>Change all %n tickets of this list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n selected ticket(s)</source>
        <translation>
            <numerusform>Change %n selected ticket</numerusform>
            <numerusform>Change %n selected tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n ticket(s)</source>
        <translation>
            <numerusform>Change %n ticket</numerusform>
            <numerusform>Change %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::BulkOperations</name>
    <message numerus="yes">
        <source>Cancelled: %n ticket(s) were changed until then</source>
        <translation>
            <numerusform>Cancelled: %n ticket was changed until then</numerusform>
            <numerusform>Cancelled: %n tickets were changed until then</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) stay as they are</source>
        <translation>
            <numerusform>%n ticket stays as it is</numerusform>
            <numerusform>%n tickets stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) could not be changed</source>
        <translation>
            <numerusform>%n ticket could not be changed</numerusform>
            <numerusform>%n tickets could not be changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::DashboardPage</name>
    <message numerus="yes">
        <source>%n days and more</source>
        <translation>
            <numerusform>%n day and more</numerusform>
            <numerusform>%n days and more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ListHeader</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::MainWindow</name>
    <message numerus="yes">
        <source>%n change(s) have not reached the server yet</source>
        <translation>
            <numerusform>%n change has not reached the server yet</numerusform>
            <numerusform>%n changes have not reached the server yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::NotificationRowDelegate</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::PropertiesPanel</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::RehearsalDialog</name>
    <message numerus="yes">
        <source>%n ticket(s) are not closed.</source>
        <translation>
            <numerusform>%n ticket is not closed.</numerusform>
            <numerusform>%n tickets are not closed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them would be stranded if they were moved.</source>
        <translation>
            <numerusform>%n of them would be stranded if it was moved.</numerusform>
            <numerusform>%n of them would be stranded if they were moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n ticket(s)</source>
        <translation>
            <numerusform>%1: %n ticket</numerusform>
            <numerusform>%1: %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nowhere: %n stranded</source>
        <translation>
            <numerusform>Nowhere: %n stranded</numerusform>
            <numerusform>Nowhere: %n stranded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::SettingsDialog</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::SlaRehearsalBox</name>
    <message numerus="yes">
        <source>No ticket was finished in the last %n day(s).</source>
        <translation>
            <numerusform>No ticket was finished in the last %n day.</numerusform>
            <numerusform>No ticket was finished in the last %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) were finished in the last %1 days.</source>
        <translation>
            <numerusform>%n ticket was finished in the last %1 days.</numerusform>
            <numerusform>%n tickets were finished in the last %1 days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::StatusArea</name>
    <message numerus="yes">
        <source>%n change(s) being saved…</source>
        <translation>
            <numerusform>%n change being saved…</numerusform>
            <numerusform>%n changes being saved…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not accepted</source>
        <translation>
            <numerusform>%n change not accepted</numerusform>
            <numerusform>%n changes not accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not sent yet</source>
        <translation>
            <numerusform>%n change not sent yet</numerusform>
            <numerusform>%n changes not sent yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TagsDialog</name>
    <message numerus="yes">
        <source>Tags of %n ticket(s)</source>
        <translation>
            <numerusform>Tags of %n ticket</numerusform>
            <numerusform>Tags of %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TicketCommands</name>
    <message numerus="yes">
        <source>You took %n ticket(s)</source>
        <translation>
            <numerusform>You took %n ticket</numerusform>
            <numerusform>You took %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) assigned to %1</source>
        <translation>
            <numerusform>%n ticket assigned to %1</numerusform>
            <numerusform>%n tickets assigned to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) released</source>
        <translation>
            <numerusform>%n ticket released</numerusform>
            <numerusform>%n tickets released</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) have priority %1</source>
        <translation>
            <numerusform>%n ticket has priority %1</numerusform>
            <numerusform>%n tickets have priority %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The tags of %n ticket(s) are changed</source>
        <translation>
            <numerusform>The tags of %n ticket are changed</numerusform>
            <numerusform>The tags of %n tickets are changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s): %1</source>
        <translation>
            <numerusform>%n ticket: %1</numerusform>
            <numerusform>%n tickets: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n ticket(s)?</source>
        <translation>
            <numerusform>Delete %n ticket?</numerusform>
            <numerusform>Delete %n tickets?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete ticket(s)</source>
        <translation>
            <numerusform>Delete ticket</numerusform>
            <numerusform>Delete tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) deleted</source>
        <translation>
            <numerusform>%n ticket deleted</numerusform>
            <numerusform>%n tickets deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) merged into %1</source>
        <translation>
            <numerusform>%n ticket merged into %1</numerusform>
            <numerusform>%n tickets merged into %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TicketsPage</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TrayIcon</name>
    <message numerus="yes">
        <source>Deskbell: %n unread</source>
        <translation>
            <numerusform>Deskbell: %n unread</numerusform>
            <numerusform>Deskbell: %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::UnsentRow</name>
    <message numerus="yes">
        <source>Reply goes out in %n second(s)</source>
        <translation>
            <numerusform>Reply goes out in %n second</numerusform>
            <numerusform>Reply goes out in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::WorkflowEditor</name>
    <message numerus="yes">
        <source>%n fault(s) to mend before it can be saved</source>
        <translation>
            <numerusform>%n fault to mend before it can be saved</numerusform>
            <numerusform>%n faults to mend before it can be saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) live by the new version now</source>
        <translation>
            <numerusform>%n ticket lives by the new version now</numerusform>
            <numerusform>%n tickets live by the new version now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n ticket(s) could be moved</source>
        <translation>
            <numerusform>Only %n ticket could be moved</numerusform>
            <numerusform>Only %n tickets could be moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n ticket(s) are moved</source>
        <translation>
            <numerusform>%1 of %n ticket is moved</numerusform>
            <numerusform>%1 of %n tickets are moved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::WorkflowGraph</name>
    <message numerus="yes">
        <source>%n status(es)</source>
        <translation>
            <numerusform>%n status</numerusform>
            <numerusform>%n statuses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transition(s)</source>
        <translation>
            <numerusform>%n transition</numerusform>
            <numerusform>%n transitions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n way(s) on</source>
        <translation>
            <numerusform>%n way on</numerusform>
            <numerusform>%n ways on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SlaText</name>
    <message numerus="yes">
        <source>%n business hour(s)</source>
        <translation>
            <numerusform>%n business hour</numerusform>
            <numerusform>%n business hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkflowText</name>
    <message numerus="yes">
        <source>%1 within %n day(s)</source>
        <translation>
            <numerusform>%1 within %n day</numerusform>
            <numerusform>%1 within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n business hour(s)</source>
        <translation>
            <numerusform>After %n business hour</numerusform>
            <numerusform>After %n business hours</numerusform>
        </translation>
    </message>
</context>
</TS>
