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
