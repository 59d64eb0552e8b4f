<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccessRequestDialog</name>
    <message>
        <source>Request a&amp;ccess…</source>
        <translation>&amp;Zugang erbitten…</translation>
    </message>
</context>
<context>
    <name>AccountText</name>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Wartet auf Freigabe</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Deactivated</source>
        <translation>Stillgelegt</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragender</translation>
    </message>
    <message>
        <source>Observer</source>
        <translation>Beobachter</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Bearbeiter</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>Activity log</source>
        <translation>Aktivitätsprotokoll</translation>
    </message>
</context>
<context>
    <name>ApprovalTemplatesPage</name>
    <message>
        <source>Approval templates</source>
        <translation>Freigabevorlagen</translation>
    </message>
</context>
<context>
    <name>ApprovalText</name>
    <message>
        <source>approved %1</source>
        <translation>freigegeben %1</translation>
    </message>
    <message>
        <source>rejected %1</source>
        <translation>abgelehnt %1</translation>
    </message>
    <message>
        <source>approved %1, by %2</source>
        <translation>freigegeben %1, durch %2</translation>
    </message>
    <message>
        <source>rejected %1, by %2</source>
        <translation>abgelehnt %1, durch %2</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Steht bevor</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Called off</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>any</source>
        <translation>eine Person</translation>
    </message>
    <message numerus="yes">
        <source>%n of them</source>
        <translation>
            <numerusform>%n davon</numerusform>
            <numerusform>%n davon</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Stuck: nobody is there to decide.</source>
        <translation>Hängt: Niemand ist da, der entscheiden kann.</translation>
    </message>
    <message>
        <source>Stuck: all have to approve, and somebody cannot decide any more.</source>
        <translation>Hängt: Alle müssen freigeben, und jemand kann nicht mehr entscheiden.</translation>
    </message>
    <message>
        <source>Stuck: more have to approve than are left to decide.</source>
        <translation>Hängt: Es müssen mehr freigeben, als noch entscheiden können.</translation>
    </message>
    <message>
        <source>somebody else was asked instead</source>
        <translation>jemand anderes wurde stattdessen gefragt</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>cannot decide any more</source>
        <translation>kann nicht mehr entscheiden</translation>
    </message>
    <message>
        <source>role “%1”</source>
        <translation>Rolle „%1“</translation>
    </message>
    <message>
        <source>%1: all of %2</source>
        <translation>%1: alle von %2</translation>
    </message>
    <message>
        <source>%1: any of %2</source>
        <translation>%1: eine Person von %2</translation>
    </message>
    <message>
        <source>%1: %3 of %2</source>
        <translation>%1: %3 von %2</translation>
    </message>
</context>
<context>
    <name>ApprovalVote</name>
    <message>
        <source>What was decided cannot be taken back.</source>
        <translation>Was entschieden ist, lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Comment (may stay empty)</source>
        <translation>&amp;Kommentar (darf leer bleiben)</translation>
    </message>
</context>
<context>
    <name>ApprovalsPage</name>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>My &amp;stand-ins…</source>
        <translation>Meine &amp;Vertretungen…</translation>
    </message>
</context>
<context>
    <name>AwayDialog</name>
    <message>
        <source>I am &amp;away…</source>
        <translation>Ich bin ab&amp;wesend …</translation>
    </message>
</context>
<context>
    <name>BulkText</name>
    <message>
        <source>less than a minute left</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>etwa %n Minute</numerusform>
            <numerusform>etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rehearsing %n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket wird geprobt</numerusform>
            <numerusform>%n Tickets werden geprobt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rehearsal of %n ticket(s)</source>
        <translation>
            <numerusform>Probe mit %n Ticket</numerusform>
            <numerusform>Probe mit %n Tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changing %n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket wird geändert</numerusform>
            <numerusform>%n Tickets werden geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undoing %n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket wird zurückgesetzt</numerusform>
            <numerusform>%n Tickets werden zurückgesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change of %n ticket(s)</source>
        <translation>
            <numerusform>Änderung von %n Ticket</numerusform>
            <numerusform>Änderung von %n Tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled change of %n ticket(s)</source>
        <translation>
            <numerusform>Abgebrochene Änderung von %n Ticket</numerusform>
            <numerusform>Abgebrochene Änderung von %n Tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undone change of %n ticket(s)</source>
        <translation>
            <numerusform>Zurückgenommene Änderung von %n Ticket</numerusform>
            <numerusform>Zurückgenommene Änderung von %n Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n would be changed</source>
        <translation>
            <numerusform>%n würde geändert</numerusform>
            <numerusform>%n würden geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would be refused</source>
        <translation>
            <numerusform>%n würde abgelehnt</numerusform>
            <numerusform>%n würden abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like that already</source>
        <translation>
            <numerusform>%n schon so</numerusform>
            <numerusform>%n schon so</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n undone</source>
        <translation>
            <numerusform>%n zurückgesetzt</numerusform>
            <numerusform>%n zurückgesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n belassen</numerusform>
            <numerusform>%n belassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>No tickets</source>
        <translation>Keine Tickets</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Like that already</source>
        <translation>Schon so</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Zurückgesetzt</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Belassen</translation>
    </message>
</context>
<context>
    <name>CalendarsPage</name>
    <message>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>CannedPage</name>
    <message>
        <source>Canned replies</source>
        <translation>Textbausteine</translation>
    </message>
</context>
<context>
    <name>CannedText</name>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Mir zuweisen</translation>
    </message>
    <message>
        <source>Assign to %1</source>
        <translation>%1 zuweisen</translation>
    </message>
    <message>
        <source>somebody who has gone</source>
        <translation>jemandem, der nicht mehr da ist</translation>
    </message>
    <message>
        <source>Help desk</source>
        <translation>Helpdesk</translation>
    </message>
    <message>
        <source>The printer is broken</source>
        <translation>Der Drucker ist kaputt</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Name of the requester</source>
        <translation>Name des Anfragenden</translation>
    </message>
    <message>
        <source>First name of the requester</source>
        <translation>Vorname des Anfragenden</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your first name</source>
        <translation>Ihr Vorname</translation>
    </message>
    <message>
        <source>Name of the assignee</source>
        <translation>Name des Bearbeiters</translation>
    </message>
    <message>
        <source>Number of the ticket</source>
        <translation>Nummer des Tickets</translation>
    </message>
    <message>
        <source>Title of the ticket</source>
        <translation>Titel des Tickets</translation>
    </message>
    <message>
        <source>Status of the ticket</source>
        <translation>Status des Tickets</translation>
    </message>
    <message>
        <source>When the ticket is due</source>
        <translation>Wann das Ticket fällig ist</translation>
    </message>
    <message>
        <source>Name of the desk</source>
        <translation>Name des Desks</translation>
    </message>
    <message>
        <source>Name of the category</source>
        <translation>Name der Kategorie</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Nur ich</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Priority %1</source>
        <translation>Priorität %1</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>that is gone</source>
        <translation>das es nicht mehr gibt</translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>DashboardPage</name>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>DeskTemplate</name>
    <message>
        <source>Requests with approval</source>
        <translation>Anträge mit Freigabe</translation>
    </message>
    <message>
        <source>A draft is approved step by step before anybody works on it.</source>
        <translation>Ein Entwurf wird Schritt für Schritt freigegeben, bevor jemand daran arbeitet.</translation>
    </message>
    <message>
        <source>Three states</source>
        <translation>Drei Zustände</translation>
    </message>
    <message>
        <source>Open, in progress, resolved: every one from every other.</source>
        <translation>Offen, in Arbeit, gelöst: jeder von jedem aus.</translation>
    </message>
    <message>
        <source>Help desk</source>
        <translation>Helpdesk</translation>
    </message>
    <message>
        <source>Questions and faults: answered, put on hold, solved. Closes by itself.</source>
        <translation>Fragen und Störungen: beantwortet, zurückgestellt, gelöst. Schließt von selbst.</translation>
    </message>
    <message>
        <source>Tickets with admin levels</source>
        <translation>Tickets mit Verwaltungsstufen</translation>
    </message>
    <message>
        <source>Opening a ticket starts it; putting it on hold needs a reason. Observers look on.</source>
        <translation>Wer ein Ticket öffnet, beginnt es; Zurückstellen braucht einen Grund. Beobachter sehen zu.</translation>
    </message>
    <message>
        <source>Steps and roles</source>
        <translation>Schritte und Rollen</translation>
    </message>
    <message>
        <source>Each step has a role that acts; whose turn it is goes round. Steps can be escalated.</source>
        <translation>Jeder Schritt hat eine Rolle, die handelt; es geht reihum. Schritte können eskaliert werden.</translation>
    </message>
    <message>
        <source>Customer support</source>
        <translation>Kundendienst</translation>
    </message>
    <message>
        <source>Seven checked states, from open through answered to closed.</source>
        <translation>Sieben geprüfte Zustände, von offen über beantwortet bis geschlossen.</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::AboutDialog</name>
    <message>
        <source>About Deskbell</source>
        <translation>Über Deskbell</translation>
    </message>
    <message>
        <source>A native help desk.</source>
        <translation>Ein Helpdesk für den Schreibtisch.</translation>
    </message>
    <message>
        <source>Connected to %1 (%2, version %3).</source>
        <translation>Verbunden mit %1 (%2, Version %3).</translation>
    </message>
    <message>
        <source>Built with Qt %1. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Gebaut mit Qt %1. Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::AccessRequestDialog</name>
    <message>
        <source>Request access</source>
        <translation>Zugang erbitten</translation>
    </message>
    <message>
        <source>HD-1042</source>
        <translation>HD-1042</translation>
    </message>
    <message>
        <source>Some tickets are restricted.</source>
        <translation>Manche Tickets sind beschränkt.</translation>
    </message>
    <message>
        <source>Say which one you need to see, and why. Whoever may let you in decides.</source>
        <translation>Sagen Sie, welches Sie sehen müssen und warum. Es entscheidet, wer Sie zulassen darf.</translation>
    </message>
    <message>
        <source>Send request</source>
        <translation>Anfrage senden</translation>
    </message>
    <message>
        <source>&amp;Ticket</source>
        <translation>&amp;Ticket</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>If there is such a ticket, your request is passed on</source>
        <translation>Wenn es dieses Ticket gibt, wird Ihre Anfrage weitergegeben</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::AccessRequestsModel</name>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>Wer fragt</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::AccountDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>As people see it; empty: the user name</source>
        <translation>Wie andere ihn sehen; leer: der Benutzername</translation>
    </message>
    <message>
        <source>Leave empty to keep it</source>
        <translation>Leer lassen, um es zu behalten</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::AccountsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ActivityModel</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von wo</translation>
    </message>
    <message>
        <source>The system</source>
        <translation>Das System</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ActivityPage</name>
    <message>
        <source>Read the newest entries</source>
        <translation>Neueste Einträge lesen</translation>
    </message>
    <message>
        <source>Activity log</source>
        <translation>Aktivitätsprotokoll</translation>
    </message>
    <message>
        <source>Search people and actions</source>
        <translation>Personen und Aktionen suchen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No entry of the log matches.</source>
        <translation>Kein Eintrag des Protokolls passt dazu.</translation>
    </message>
    <message>
        <source>The activity log could not be loaded</source>
        <translation>Das Aktivitätsprotokoll konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>What the entries are about</source>
        <translation>Wovon die Einträge handeln</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::Application</name>
    <message>
        <source>You will not be remembered on this computer.</source>
        <translation>Ihre Anmeldung wird auf diesem Rechner nicht gemerkt.</translation>
    </message>
    <message>
        <source>The link leads to another server: %1</source>
        <translation>Der Link führt zu einem anderen Server: %1</translation>
    </message>
    <message>
        <source>Sign out first, then open the link again.</source>
        <translation>Melden Sie sich zuerst ab und öffnen Sie den Link dann noch einmal.</translation>
    </message>
    <message>
        <source>The link could not be opened: %1</source>
        <translation>Der Link konnte nicht geöffnet werden: %1</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ApprovalPanel</name>
    <message>
        <source>The approvals could not be loaded. %1</source>
        <translation>Die Freigaben konnten nicht geladen werden. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Approval: %1</source>
        <translation>Freigabe: %1</translation>
    </message>
    <message>
        <source>Asked for by %1, %2</source>
        <translation>Erbeten von %1, %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Schritt %1: %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Freigeben…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Ablehnen…</translation>
    </message>
    <message>
        <source>Ask somebody else…</source>
        <translation>Jemand anderes fragen…</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier approval(s)</source>
        <translation>
            <numerusform>%n frühere Freigabe</numerusform>
            <numerusform>%n frühere Freigaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Approve %1?</source>
        <translation>%1 freigeben?</translation>
    </message>
    <message>
        <source>Reject %1?</source>
        <translation>%1 ablehnen?</translation>
    </message>
    <message>
        <source>%1 is approved by you</source>
        <translation>Sie haben %1 freigegeben</translation>
    </message>
    <message>
        <source>%1 is rejected</source>
        <translation>%1 ist abgelehnt</translation>
    </message>
    <message>
        <source>%1 could not be approved</source>
        <translation>%1 konnte nicht freigegeben werden</translation>
    </message>
    <message>
        <source>%1 could not be rejected</source>
        <translation>%1 konnte nicht abgelehnt werden</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ApprovalTasksModel</name>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>In place of</source>
        <translation>Anstelle von</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Asked %1</source>
        <translation>Gefragt %1</translation>
    </message>
    <message>
        <source>Approved by %1, %2</source>
        <translation>Freigegeben durch %1, %2</translation>
    </message>
    <message>
        <source>Rejected by %1, %2</source>
        <translation>Abgelehnt durch %1, %2</translation>
    </message>
    <message>
        <source>Approved %1</source>
        <translation>Freigegeben %1</translation>
    </message>
    <message>
        <source>Rejected %1</source>
        <translation>Abgelehnt %1</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ApprovalTemplateBox</name>
    <message>
        <source>Whoever arranges the approvals of the desk chooses it.</source>
        <translation>Das wählt, wer die Freigaben des Desks einrichtet.</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ApprovalTemplateDialog</name>
    <message>
        <source>Those who ask &amp;may be among those who approve</source>
        <translation>Wer fragt, darf auch &amp;mit freigeben</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>New approval template</source>
        <translation>Neue Freigabevorlage</translation>
    </message>
    <message>
        <source>D&amp;esk</source>
        <translation>D&amp;esk</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>&amp;Schritte</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Remove step</source>
        <translation>Schritt entfernen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ApprovalTemplatesPage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Approval templates</source>
        <translation>Freigabevorlagen</translation>
    </message>
    <message>
        <source>Search templates</source>
        <translation>Vorlagen suchen</translation>
    </message>
    <message>
        <source>No template found</source>
        <translation>Keine Vorlage gefunden</translation>
    </message>
    <message>
        <source>New template makes one.</source>
        <translation>„Neue Vorlage“ legt eine an.</translation>
    </message>
    <message>
        <source>The approval templates could not be loaded</source>
        <translation>Die Freigabevorlagen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>New template…</source>
        <translation>Neue Vorlage…</translation>
    </message>
    <message>
        <source>Approvals that have begun go on with it. One that a desk, a category or an open ticket names stays.</source>
        <translation>Begonnene Freigaben laufen damit weiter. Eine Vorlage, die ein Desk, eine Kategorie oder ein offenes Ticket nennt, bleibt.</translation>
    </message>
    <message>
        <source>Delete template</source>
        <translation>Vorlage löschen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ApprovalsPage</name>
    <message>
        <source>&amp;Approve…</source>
        <translation>&amp;Freigeben…</translation>
    </message>
    <message>
        <source>&amp;Reject…</source>
        <translation>&amp;Ablehnen…</translation>
    </message>
    <message>
        <source>Enter open · A approve · X reject</source>
        <translation>Eingabe öffnen · A freigeben · X ablehnen</translation>
    </message>
    <message>
        <source>Approve %1?</source>
        <translation>%1 freigeben?</translation>
    </message>
    <message>
        <source>Reject %1?</source>
        <translation>%1 ablehnen?</translation>
    </message>
    <message>
        <source>%1 does not wait for you any more</source>
        <translation>%1 wartet nicht mehr auf Sie</translation>
    </message>
    <message>
        <source>You approved %1</source>
        <translation>Sie haben %1 freigegeben</translation>
    </message>
    <message>
        <source>You rejected %1</source>
        <translation>Sie haben %1 abgelehnt</translation>
    </message>
    <message>
        <source>%1 could not be approved</source>
        <translation>%1 konnte nicht freigegeben werden</translation>
    </message>
    <message>
        <source>%1 could not be rejected</source>
        <translation>%1 konnte nicht abgelehnt werden</translation>
    </message>
    <message>
        <source>Refuse %1?</source>
        <translation>%1 abweisen?</translation>
    </message>
    <message>
        <source>%1 is not told, because that would tell that there is such a ticket.</source>
        <translation>%1 erfährt davon nichts, denn sonst wäre verraten, dass es dieses Ticket gibt.</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Abweisen</translation>
    </message>
    <message>
        <source>&amp;Comment for the log (may stay empty)</source>
        <translation>&amp;Kommentar fürs Protokoll (darf leer bleiben)</translation>
    </message>
    <message>
        <source>The request of %1 could not be decided</source>
        <translation>Über die Anfrage von %1 konnte nicht entschieden werden</translation>
    </message>
    <message>
        <source>%1 may see %2 now</source>
        <translation>%1 darf %2 jetzt sehen</translation>
    </message>
    <message>
        <source>The request of %1 is refused</source>
        <translation>Die Anfrage von %1 ist abgewiesen</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>Nichts zu entscheiden</translation>
    </message>
    <message>
        <source>Whatever waits for your decision appears here.</source>
        <translation>Was auf Ihre Entscheidung wartet, erscheint hier.</translation>
    </message>
    <message>
        <source>The approvals could not be loaded</source>
        <translation>Die Freigaben konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Requests for access</source>
        <translation>Zugangsanfragen</translation>
    </message>
    <message>
        <source>The requests for access could not be loaded</source>
        <translation>Die Zugangsanfragen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Freigeben…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Ablehnen…</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>Abweisen…</translation>
    </message>
    <message>
        <source>Waiting for me</source>
        <translation>Warten auf mich</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Which approvals</source>
        <translation>Welche Freigaben</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::AssignmentRuleBox</name>
    <message>
        <source>To nobody; somebody takes them</source>
        <translation>An niemanden; jemand übernimmt sie</translation>
    </message>
    <message>
        <source>In turn</source>
        <translation>Der Reihe nach</translation>
    </message>
    <message>
        <source>To who has the fewest</source>
        <translation>An den, der die wenigsten hat</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::AttachmentStrip</name>
    <message>
        <source>File %1, %2</source>
        <translation>Datei %1, %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Save all…</source>
        <translation>Alle speichern …</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::AttachmentViewer</name>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 is saved</source>
        <translation>%1 ist gespeichert</translation>
    </message>
    <message>
        <source>%1 could not be saved</source>
        <translation>%1 konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>Save all files into…</source>
        <translation>Alle Dateien speichern in …</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>The file could not be loaded</source>
        <translation>Die Datei konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>Keine Vorschau</translation>
    </message>
    <message>
        <source>This picture cannot be shown. It can still be saved.</source>
        <translation>Dieses Bild kann nicht gezeigt, aber gespeichert werden.</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::AutomaticForm</name>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Wann</translation>
    </message>
    <message>
        <source>Business hours</source>
        <translation>Geschäftsstunden</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Tell the requester so many business hours before</source>
        <translation>So viele Geschäftsstunden vorher ankündigen</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::AwayDialog</name>
    <message>
        <source>I am away</source>
        <translation>Ich bin abwesend</translation>
    </message>
    <message>
        <source>I am back</source>
        <translation>Ich bin zurück</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>You are away until %1.</source>
        <translation>Sie sind abwesend bis %1.</translation>
    </message>
    <message>
        <source>While you are away, no ticket is given to you.</source>
        <translation>Während Sie abwesend sind, wird Ihnen kein Ticket zugewiesen.</translation>
    </message>
    <message>
        <source>Name a stand-in for approvals in “My stand-ins”.</source>
        <translation>Für Freigaben benennen Sie jemanden unter „Meine Vertretungen“.</translation>
    </message>
    <message>
        <source>Away &amp;until</source>
        <translation>Abwesend &amp;bis</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::Bell</name>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message numerus="yes">
        <source>Notifications: %n unread</source>
        <translation>
            <numerusform>Benachrichtigungen: %n ungelesen</numerusform>
            <numerusform>Benachrichtigungen: %n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>N&amp;otifications</source>
        <translation>Benachrichti&amp;gungen</translation>
    </message>
    <message>
        <source>The notifications could not be marked as read</source>
        <translation>Die Benachrichtigungen konnten nicht als gelesen markiert werden</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::BulkBar</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::BulkChangeDialog</name>
    <message>
        <source>&amp;Delete them; they can be restored</source>
        <translation>Sie &amp;löschen; sie lassen sich wiederherstellen</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Change all tickets of this list</source>
        <translation>Alle Tickets dieser Liste ändern</translation>
    </message>
    <message numerus="yes">
        <source>Change all %n ticket(s) of this list</source>
        <translation>
            <numerusform>%n Ticket dieser Liste ändern</numerusform>
            <numerusform>Alle %n Tickets dieser Liste ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n selected ticket(s)</source>
        <translation>
            <numerusform>%n ausgewähltes Ticket ändern</numerusform>
            <numerusform>%n ausgewählte Tickets ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Such as vpn, printer</source>
        <translation>Etwa vpn, drucker</translation>
    </message>
    <message>
        <source>Where a change of status needs one</source>
        <translation>Wo ein Wechsel des Status einen braucht</translation>
    </message>
    <message>
        <source>Change tickets</source>
        <translation>Tickets ändern</translation>
    </message>
    <message numerus="yes">
        <source>Change %n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket ändern</numerusform>
            <numerusform>%n Tickets ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>What is left as it is stays with each ticket as it has it. The whole can be undone.</source>
        <translation>Was so bleiben soll, bleibt bei jedem Ticket, wie es ist. Das Ganze lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>&amp;Status</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Priorität</translation>
    </message>
    <message>
        <source>&amp;Assignee</source>
        <translation>&amp;Bearbeiter</translation>
    </message>
    <message>
        <source>&amp;Team</source>
        <translation>&amp;Team</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>Add ta&amp;gs</source>
        <translation>Schlag&amp;wörter hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove tags</source>
        <translation>Schlagwörter &amp;entfernen</translation>
    </message>
    <message>
        <source>The tickets are changed</source>
        <translation>Die Tickets sind geändert</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Kein Team</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Keine Kategorie</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::BulkDialog</name>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Not to be seen</source>
        <translation>Nicht sichtbar</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Change the tickets</source>
        <translation>Die Tickets ändern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Change of many tickets</source>
        <translation>Änderung vieler Tickets</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Which tickets are shown</source>
        <translation>Welche Tickets gezeigt werden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The tickets could not be loaded</source>
        <translation>Die Tickets konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>No tickets</source>
        <translation>Keine Tickets</translation>
    </message>
    <message>
        <source>There is no ticket with this outcome.</source>
        <translation>Es gibt kein Ticket mit diesem Ergebnis.</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::BulkOperations</name>
    <message>
        <source>The tickets could not be changed</source>
        <translation>Die Tickets konnten nicht geändert werden</translation>
    </message>
    <message>
        <source>The change could not be rehearsed</source>
        <translation>Die Änderung konnte nicht geprobt werden</translation>
    </message>
    <message>
        <source>The tickets are changed</source>
        <translation>Die Tickets sind geändert</translation>
    </message>
    <message>
        <source>The operation could not be cancelled</source>
        <translation>Der Vorgang konnte nicht abgebrochen werden</translation>
    </message>
    <message>
        <source>The operation could not be undone</source>
        <translation>Der Vorgang konnte nicht zurückgenommen werden</translation>
    </message>
    <message>
        <source>The operation is undone</source>
        <translation>Der Vorgang ist zurückgenommen</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled: %n ticket(s) were changed until then</source>
        <translation>
            <numerusform>Abgebrochen: Bis dahin wurde %n Ticket geändert</numerusform>
            <numerusform>Abgebrochen: Bis dahin wurden %n Tickets geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) stay as they are</source>
        <translation>
            <numerusform>%n Ticket bleibt, wie es ist</numerusform>
            <numerusform>%n Tickets bleiben, wie sie sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) could not be changed</source>
        <translation>
            <numerusform>%n Ticket konnte nicht geändert werden</numerusform>
            <numerusform>%n Tickets konnten nicht geändert werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::CalendarDialog</name>
    <message>
        <source>Hours of the week</source>
        <translation>Zeiten der Woche</translation>
    </message>
    <message>
        <source>Remove hours</source>
        <translation>Zeiten entfernen</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Feiertage</translation>
    </message>
    <message>
        <source>Remove holiday</source>
        <translation>Feiertag entfernen</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>New calendar</source>
        <translation>Neuer Kalender</translation>
    </message>
    <message>
        <source>D&amp;esk</source>
        <translation>D&amp;esk</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>Zeit&amp;zone</translation>
    </message>
    <message>
        <source>&amp;Hours</source>
        <translation>&amp;Zeiten</translation>
    </message>
    <message>
        <source>Ho&amp;lidays</source>
        <translation>&amp;Feiertage</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::CalendarsPage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Search calendars</source>
        <translation>Kalender suchen</translation>
    </message>
    <message>
        <source>No calendar found</source>
        <translation>Kein Kalender gefunden</translation>
    </message>
    <message>
        <source>New calendar makes one.</source>
        <translation>„Neuer Kalender“ legt einen an.</translation>
    </message>
    <message>
        <source>The calendars could not be loaded</source>
        <translation>Die Kalender konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>New calendar…</source>
        <translation>Neuer Kalender …</translation>
    </message>
    <message>
        <source>One that a service level goes by stays.</source>
        <translation>Einer, nach dem sich eine Servicezeit richtet, bleibt.</translation>
    </message>
    <message>
        <source>Delete calendar</source>
        <translation>Kalender löschen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::CannedCompleter</name>
    <message>
        <source>There is no canned reply for this ticket yet</source>
        <translation>Für dieses Ticket gibt es noch keinen Textbaustein</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::CannedDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>New canned reply</source>
        <translation>Neuer Textbaustein</translation>
    </message>
    <message>
        <source>By which it is found behind /</source>
        <translation>Unter dem er hinter / zu finden ist</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Who has it</source>
        <translation>&amp;Wer ihn hat</translation>
    </message>
    <message>
        <source>Every category</source>
        <translation>Jede Kategorie</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Internal notes</source>
        <translation>Interne Notizen</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>Markdown with variables: Dear %1,</source>
        <translation>Markdown mit Variablen: Hallo %1,</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>&amp;Insert variable</source>
        <translation>Variable &amp;einfügen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>What it does to the ticket, as a macro</source>
        <translation>Was er als Makro mit dem Ticket macht</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Lassen, wie es ist</translation>
    </message>
    <message>
        <source>Whoever uses it</source>
        <translation>Wer ihn benutzt</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Priorität</translation>
    </message>
    <message>
        <source>&amp;Assign to</source>
        <translation>Z&amp;uweisen an</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>&amp;Status</translation>
    </message>
    <message>
        <source>Add ta&amp;gs</source>
        <translation>Schla&amp;gwörter hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove tags</source>
        <translation>Schlagwörter entfe&amp;rnen</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Nur ich</translation>
    </message>
    <message>
        <source>Everybody who works on tickets</source>
        <translation>Alle, die Tickets bearbeiten</translation>
    </message>
    <message>
        <source>Desk %1</source>
        <translation>Desk %1</translation>
    </message>
    <message>
        <source>Transfer t&amp;o team</source>
        <translation>An Team ü&amp;bergeben</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::CannedPage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>Wer ihn hat</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Any message</source>
        <translation>Jede Nachricht</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er macht</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Canned replies</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Search canned replies</source>
        <translation>Textbausteine suchen</translation>
    </message>
    <message>
        <source>No canned reply found</source>
        <translation>Kein Textbaustein gefunden</translation>
    </message>
    <message>
        <source>New canned reply makes one.</source>
        <translation>„Neuer Textbaustein“ legt einen an.</translation>
    </message>
    <message>
        <source>The canned replies could not be loaded</source>
        <translation>Die Textbausteine konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>New canned reply…</source>
        <translation>Neuer Textbaustein…</translation>
    </message>
    <message>
        <source>Messages that were written with it stay.</source>
        <translation>Nachrichten, die damit geschrieben wurden, bleiben.</translation>
    </message>
    <message>
        <source>Delete canned reply</source>
        <translation>Textbaustein löschen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::CategoryDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Neue Kategorie</translation>
    </message>
    <message>
        <source>A line of explanation on its card</source>
        <translation>Eine Zeile Erklärung auf ihrer Karte</translation>
    </message>
    <message>
        <source>Cards stand in this order, then by name.</source>
        <translation>Karten stehen in dieser Reihenfolge, dann nach Namen.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Place in the order</source>
        <translation>&amp;Platz in der Reihenfolge</translation>
    </message>
    <message>
        <source>The one of the desk</source>
        <translation>Die des Desks</translation>
    </message>
    <message>
        <source>Fields of the form</source>
        <translation>Felder des Formulars</translation>
    </message>
    <message>
        <source>Remove field</source>
        <translation>Feld entfernen</translation>
    </message>
    <message>
        <source>&amp;Approval</source>
        <translation>Frei&amp;gabe</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Formular</translation>
    </message>
    <message>
        <source>What is asked when a request of this category is made.</source>
        <translation>Was gefragt wird, wenn eine Anfrage dieser Kategorie gestellt wird.</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::CertificateBox</name>
    <message>
        <source>Fingerprint of the certificate (SHA-256)</source>
        <translation>Fingerabdruck des Zertifikats (SHA-256)</translation>
    </message>
    <message>
        <source>Issued to %1 by %2, valid until %3. %4</source>
        <translation>Ausgestellt für %1 von %2, gültig bis %3. %4</translation>
    </message>
    <message>
        <source>Trust this certificate for %1</source>
        <translation>Diesem Zertifikat für %1 vertrauen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ChecklistPanel</name>
    <message>
        <source>Add what has to be done</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Add to the checklist</source>
        <translation>Zur Checkliste hinzufügen</translation>
    </message>
    <message>
        <source>Space ticks, F2 rewrites, Alt with the arrow keys moves, Delete removes</source>
        <translation>Leertaste hakt ab, F2 schreibt um, Alt mit den Pfeiltasten verschiebt, Entf entfernt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>“%1” could not be added</source>
        <translation>„%1“ konnte nicht hinzugefügt werden</translation>
    </message>
    <message>
        <source>“%1” could not be changed</source>
        <translation>„%1“ konnte nicht geändert werden</translation>
    </message>
    <message>
        <source>“%1” could not be removed</source>
        <translation>„%1“ konnte nicht entfernt werden</translation>
    </message>
    <message>
        <source>“%1” was removed</source>
        <translation>„%1“ wurde entfernt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“%1” could not be put back</source>
        <translation>„%1“ konnte nicht wiederhergestellt werden</translation>
    </message>
    <message>
        <source>Rewrite</source>
        <translation>Umschreiben</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>An action, view, ticket or person</source>
        <translation>Eine Aktion, Ansicht, ein Ticket oder eine Person</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::Composer</name>
    <message>
        <source>The files are still on their way</source>
        <translation>Die Dateien sind noch unterwegs</translation>
    </message>
    <message>
        <source>Only staff can read this</source>
        <translation>Nur Mitarbeiter können das lesen</translation>
    </message>
    <message>
        <source>Markdown works</source>
        <translation>Markdown geht</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>What to write</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Add internal note</source>
        <translation>Interne Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Write a note for your colleagues</source>
        <translation>Notiz für Ihre Kollegen schreiben</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>An %1 senden</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Antwort an %1</translation>
    </message>
    <message>
        <source>Write a reply to %1</source>
        <translation>Antwort an %1 schreiben</translation>
    </message>
    <message>
        <source>The system</source>
        <translation>Das System</translation>
    </message>
    <message>
        <source>%1 added a note since you began</source>
        <translation>%1 hat eine Notiz hinzugefügt, seit Sie begonnen haben</translation>
    </message>
    <message>
        <source>%1 answered since you began</source>
        <translation>%1 hat geantwortet, seit Sie begonnen haben</translation>
    </message>
    <message>
        <source>Send again if what you wrote still holds.</source>
        <translation>Senden Sie noch einmal, wenn Ihre Worte noch gelten.</translation>
    </message>
    <message>
        <source>%1 is answering this ticket</source>
        <translation>%1 beantwortet dieses Ticket gerade</translation>
    </message>
    <message>
        <source>Two answers would confuse whoever asked. If yours cannot wait, say why; it is noted.</source>
        <translation>Zwei Antworten verwirren, wer gefragt hat. Wenn Ihre nicht warten kann, sagen Sie warum; es wird festgehalten.</translation>
    </message>
    <message>
        <source>Send all the same</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>The reply to %1 goes out in a moment</source>
        <translation>Die Antwort auf %1 geht gleich hinaus</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The reply to %1</source>
        <translation>Die Antwort auf %1</translation>
    </message>
    <message>
        <source>It was too late: the server has it already</source>
        <translation>Es war zu spät: Der Server hat sie schon</translation>
    </message>
    <message>
        <source>The note for %1 could not be saved</source>
        <translation>Die Notiz zu %1 konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>The reply to %1 could not be sent</source>
        <translation>Die Antwort auf %1 konnte nicht gesendet werden</translation>
    </message>
    <message>
        <source>Canned replies</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Texts and macros that are used often: type / at the beginning of a line</source>
        <translation>Texte und Makros, die oft gebraucht werden: / am Anfang einer Zeile tippen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ConnectionBar</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>No connection since %1: %2 What you see may be out of date.</source>
        <translation>Keine Verbindung seit %1: %2 Was Sie sehen, ist vielleicht nicht mehr aktuell.</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::DashboardPage</name>
    <message>
        <source>All desks</source>
        <translation>Alle Desks</translation>
    </message>
    <message>
        <source>The figures could not be read again</source>
        <translation>Die Zahlen konnten nicht erneut gelesen werden</translation>
    </message>
    <message>
        <source>The dashboard could not be loaded</source>
        <translation>Die Übersicht konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>No team</source>
        <translation>Kein Team</translation>
    </message>
    <message>
        <source>Less than a day</source>
        <translation>Weniger als ein Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n days and more</source>
        <translation>
            <numerusform>%n Tag und länger</numerusform>
            <numerusform>%n Tage und länger</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 days</source>
        <translation>%1 bis %2 Tage</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Wovon</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Save the dashboard</source>
        <translation>Übersicht speichern</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF-Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Tables of figures (*.csv)</source>
        <translation>Tabellen der Zahlen (*.csv)</translation>
    </message>
    <message>
        <source>dashboard</source>
        <comment>name of a file</comment>
        <translation>uebersicht</translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation>%1 ist geschrieben</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Which desks</source>
        <translation>Welche Desks</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
    <message numerus="yes">
        <source>Last %n days</source>
        <translation>
            <numerusform>Letzter %n Tag</numerusform>
            <numerusform>Letzte %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugewiesen</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Heute fällig</translation>
    </message>
    <message>
        <source>Came in today</source>
        <translation>Heute eingegangen</translation>
    </message>
    <message>
        <source>Solved today</source>
        <translation>Heute gelöst</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>Tag für Tag</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist offen.</translation>
    </message>
    <message>
        <source>Open by status</source>
        <translation>Offen nach Status</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Open by priority</source>
        <translation>Offen nach Priorität</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Open by team</source>
        <translation>Offen nach Team</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>How long they have been open</source>
        <translation>Wie lange sie offen sind</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Who has what</source>
        <translation>Wer was hat</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>High or urgent</source>
        <translation>Hoch oder dringend</translation>
    </message>
    <message>
        <source>For the requester, or on hold</source>
        <translation>Auf den Anfragenden, oder angehalten</translation>
    </message>
    <message>
        <source>Answered today</source>
        <translation>Heute beantwortet</translation>
    </message>
    <message>
        <source>Got their first answer today</source>
        <translation>Bekamen heute ihre erste Antwort</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::DeskDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>New desk</source>
        <translation>Neuer Desk</translation>
    </message>
    <message>
        <source>Ticket numbers begin with it; it never changes.</source>
        <translation>Ticketnummern beginnen damit; er ändert sich nie.</translation>
    </message>
    <message>
        <source>2 to 10 letters and digits, a letter first</source>
        <translation>2 bis 10 Buchstaben und Ziffern, zuerst ein Buchstabe</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Workflow</source>
        <translation>Ab&amp;lauf</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>With: %1</source>
        <translation>Mit: %1</translation>
    </message>
    <message>
        <source>Nothing prepared</source>
        <translation>Nichts vorbereitet</translation>
    </message>
    <message>
        <source>Choose a workflow, and make the rest yourself.</source>
        <translation>Ablauf wählen und alles Weitere selbst anlegen.</translation>
    </message>
    <message>
        <source>The usual one</source>
        <translation>Der übliche</translation>
    </message>
    <message>
        <source>The one of the template</source>
        <translation>Der aus der Vorlage</translation>
    </message>
    <message>
        <source>Where tickets go that come into work and that nobody has.</source>
        <translation>Wohin Tickets gehen, die in Arbeit kommen und die niemand hat.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>&amp;Tickets go</source>
        <translation>&amp;Tickets gehen</translation>
    </message>
    <message>
        <source>Among those with the &amp;role</source>
        <translation>Unter denen mit der &amp;Rolle</translation>
    </message>
    <message>
        <source>&amp;Approval</source>
        <translation>&amp;Freigabe</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::DesksPage</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Desks</translation>
    </message>
    <message>
        <source>Search desks</source>
        <translation>Desks suchen</translation>
    </message>
    <message>
        <source>No desk found</source>
        <translation>Kein Desk gefunden</translation>
    </message>
    <message>
        <source>New desk makes one.</source>
        <translation>„Neuer Desk“ legt einen an.</translation>
    </message>
    <message>
        <source>The desks could not be loaded</source>
        <translation>Die Desks konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>New desk…</source>
        <translation>Neuer Desk …</translation>
    </message>
    <message>
        <source>Its categories and teams go with it. A desk that has tickets stays.</source>
        <translation>Seine Kategorien und Teams gehen mit. Ein Desk, der Tickets hat, bleibt.</translation>
    </message>
    <message>
        <source>Delete desk</source>
        <translation>Desk löschen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Categories of %1</source>
        <translation>Kategorien von %1</translation>
    </message>
    <message>
        <source>Search categories</source>
        <translation>Kategorien suchen</translation>
    </message>
    <message>
        <source>No category found</source>
        <translation>Keine Kategorie gefunden</translation>
    </message>
    <message>
        <source>New category makes one.</source>
        <translation>„Neue Kategorie“ legt eine an.</translation>
    </message>
    <message>
        <source>The categories could not be loaded</source>
        <translation>Die Kategorien konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>New category…</source>
        <translation>Neue Kategorie …</translation>
    </message>
    <message>
        <source>Nobody can choose it any more. Tickets that have it keep it.</source>
        <translation>Niemand kann sie mehr wählen. Tickets, die sie haben, behalten sie.</translation>
    </message>
    <message>
        <source>Delete category</source>
        <translation>Kategorie löschen</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Teams of %1</source>
        <translation>Teams von %1</translation>
    </message>
    <message>
        <source>Search teams and members</source>
        <translation>Teams und Mitglieder suchen</translation>
    </message>
    <message>
        <source>No team found</source>
        <translation>Kein Team gefunden</translation>
    </message>
    <message>
        <source>New team makes one.</source>
        <translation>„Neues Team“ legt eines an.</translation>
    </message>
    <message>
        <source>The teams could not be loaded</source>
        <translation>Die Teams konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>New team…</source>
        <translation>Neues Team …</translation>
    </message>
    <message>
        <source>Its members stay. A team with open tickets stays, too.</source>
        <translation>Seine Mitglieder bleiben. Auch ein Team mit offenen Tickets bleibt.</translation>
    </message>
    <message>
        <source>Delete team</source>
        <translation>Team löschen</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>The theme&apos;s own</source>
        <translation>Die des Farbschemas</translation>
    </message>
    <message>
        <source>Tags of all desks</source>
        <translation>Schlagwörter aller Desks</translation>
    </message>
    <message>
        <source>Search tags</source>
        <translation>Schlagwörter suchen</translation>
    </message>
    <message>
        <source>No tag found</source>
        <translation>Kein Schlagwort gefunden</translation>
    </message>
    <message>
        <source>New tag makes one.</source>
        <translation>„Neues Schlagwort“ legt eines an.</translation>
    </message>
    <message>
        <source>The tags could not be loaded</source>
        <translation>Die Schlagwörter konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Neues Schlagwort …</translation>
    </message>
    <message>
        <source>It is offered no more. Tickets that carry it keep it.</source>
        <translation>Es wird nicht mehr angeboten. Tickets, die es tragen, behalten es.</translation>
    </message>
    <message>
        <source>Delete tag</source>
        <translation>Schlagwort löschen</translation>
    </message>
    <message>
        <source>&amp;Categories</source>
        <translation>&amp;Kategorien</translation>
    </message>
    <message>
        <source>&amp;Teams</source>
        <translation>&amp;Teams</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>Schla&amp;gwörter</translation>
    </message>
    <message>
        <source>Parts of the desk</source>
        <translation>Teile des Desks</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Title of the request</source>
        <translation>Titel der Anfrage</translation>
    </message>
    <message>
        <source>Ticket templates of %1</source>
        <translation>Ticketvorlagen von %1</translation>
    </message>
    <message>
        <source>Search ticket templates</source>
        <translation>Ticketvorlagen suchen</translation>
    </message>
    <message>
        <source>No ticket template found</source>
        <translation>Keine Ticketvorlage gefunden</translation>
    </message>
    <message>
        <source>New ticket template makes one: what is asked for again and again.</source>
        <translation>„Neue Ticketvorlage“ legt eine an: was immer wieder angefragt wird.</translation>
    </message>
    <message>
        <source>The ticket templates could not be loaded</source>
        <translation>Die Ticketvorlagen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>New ticket template…</source>
        <translation>Neue Ticketvorlage…</translation>
    </message>
    <message>
        <source>Nobody can begin with it any more. Requests that were made from it stay.</source>
        <translation>Niemand kann mehr mit ihr beginnen. Anfragen, die aus ihr entstanden sind, bleiben.</translation>
    </message>
    <message>
        <source>Delete ticket template</source>
        <translation>Ticketvorlage löschen</translation>
    </message>
    <message>
        <source>Ticket te&amp;mplates</source>
        <translation>Ticket&amp;vorlagen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::DesktopNotifier</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Ablehnen …</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Antwort schreiben</translation>
    </message>
    <message>
        <source>%1: that could not be done from the desktop</source>
        <translation>%1: Das ließ sich vom Desktop aus nicht erledigen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::DraftList</name>
    <message>
        <source>Without a title</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>Continue the draft “%1”</source>
        <translation>Den Entwurf „%1“ weiterschreiben</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>Discard the draft “%1”</source>
        <translation>Den Entwurf „%1“ verwerfen</translation>
    </message>
    <message>
        <source>Discard “%1”?</source>
        <translation>„%1“ verwerfen?</translation>
    </message>
    <message>
        <source>What you have written will be lost.</source>
        <translation>Was Sie geschrieben haben, geht verloren.</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::DurationField</name>
    <message>
        <source>Nothing is promised</source>
        <translation>Nichts zugesagt</translation>
    </message>
    <message>
        <source>Business time, such as “8 h” or “1 h 30 min”</source>
        <translation>Geschäftszeit, etwa „8 Std.“ oder „1 Std. 30 Min.“</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::EditMessageDialog</name>
    <message>
        <source>Edit note</source>
        <translation>Notiz bearbeiten</translation>
    </message>
    <message>
        <source>Edit reply</source>
        <translation>Antwort bearbeiten</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::EditTicketDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Fällig am</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>Fälligkeitstag</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>&amp;Schlagwörter</translation>
    </message>
    <message>
        <source>Somebody changed this ticket while you were editing it.</source>
        <translation>Jemand hat dieses Ticket geändert, während Sie es bearbeitet haben.</translation>
    </message>
    <message>
        <source>%1 is now: %2</source>
        <translation>%1 ist jetzt: %2</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Save again to keep what you wrote, or cancel to keep theirs.</source>
        <translation>Speichern Sie noch einmal, um Ihre Fassung zu behalten, oder brechen Sie ab, um die andere zu behalten.</translation>
    </message>
    <message>
        <source>Internal: the staff of the desk</source>
        <translation>Intern: alle, die für den Desk arbeiten</translation>
    </message>
    <message>
        <source>Restricted: only those let in</source>
        <translation>Beschränkt: nur wer zugelassen ist</translation>
    </message>
    <message>
        <source>&amp;Visibility</source>
        <translation>&amp;Sichtbarkeit</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Sichtbarkeit</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::EditedWorkflow</name>
    <message>
        <source>Rename the workflow</source>
        <translation>Ablauf umbenennen</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Schlüssel ändern</translation>
    </message>
    <message>
        <source>Take another version</source>
        <translation>Andere Fassung übernehmen</translation>
    </message>
    <message>
        <source>New status</source>
        <translation>Neuer Status</translation>
    </message>
    <message>
        <source>Add a status</source>
        <translation>Status hinzufügen</translation>
    </message>
    <message>
        <source>Add a transition</source>
        <translation>Übergang hinzufügen</translation>
    </message>
    <message>
        <source>Add an automatic transition</source>
        <translation>Automatischen Übergang hinzufügen</translation>
    </message>
    <message>
        <source>Remove a transition</source>
        <translation>Übergang entfernen</translation>
    </message>
    <message>
        <source>Remove an automatic transition</source>
        <translation>Automatischen Übergang entfernen</translation>
    </message>
    <message>
        <source>Remove a status</source>
        <translation>Status entfernen</translation>
    </message>
    <message>
        <source>Change a status</source>
        <translation>Status ändern</translation>
    </message>
    <message>
        <source>Change a transition</source>
        <translation>Übergang ändern</translation>
    </message>
    <message>
        <source>Change an automatic transition</source>
        <translation>Automatischen Übergang ändern</translation>
    </message>
    <message>
        <source>Change a step</source>
        <translation>Schritt ändern</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::EntityDialog</name>
    <message>
        <source>%1 is now “%2”.</source>
        <translation>%1 ist jetzt „%2“.</translation>
    </message>
    <message>
        <source>Save again to put what stands here in its place.</source>
        <translation>Noch einmal speichern setzt das, was hier steht, an dessen Stelle.</translation>
    </message>
    <message>
        <source>Somebody else changed it in the meantime.</source>
        <translation>Jemand anderes hat es inzwischen geändert.</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::FieldDialog</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>It has to be &amp;filled in</source>
        <translation>Es muss &amp;ausgefüllt werden</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>Neues Feld</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Tickets have values under it; it never changes.</source>
        <translation>Tickets haben Werte darunter; er ändert sich nie.</translation>
    </message>
    <message>
        <source>One on a line</source>
        <translation>Eine je Zeile</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Beschriftung</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>A&amp;rt</translation>
    </message>
    <message>
        <source>&amp;Choices</source>
        <translation>Aus&amp;wahl</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>has to be filled in</source>
        <translation>muss ausgefüllt werden</translation>
    </message>
    <message>
        <source>The interface names the field by it.</source>
        <translation>So heißt das Feld in der Schnittstelle.</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::FindAssistant</name>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>%1  –  %2</source>
        <translation>%1  –  %2</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::FlowCard</name>
    <message>
        <source>Came in</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Open at the end of the day</source>
        <translation>Am Ende des Tages offen</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Am Tag</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>The button As a table shows the same figures in words.</source>
        <translation>Der Knopf „Als Tabelle“ zeigt dieselben Zahlen in Worten.</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month below a chart</comment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::FormFields</name>
    <message>
        <source>%1 (myself)</source>
        <translation>%1 (ich selbst)</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::GrantsModel</name>
    <message>
        <source>Everybody with the role %1</source>
        <translation>Alle mit der Rolle %1</translation>
    </message>
    <message>
        <source>Who was let in</source>
        <translation>Wer zugelassen wurde</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::HeldPermissionsDialog</name>
    <message>
        <source>What %1 may do</source>
        <translation>Was %1 darf</translation>
    </message>
    <message>
        <source>Search rights, desks and roles</source>
        <translation>Rechte, Desks und Rollen suchen</translation>
    </message>
    <message>
        <source>No right found</source>
        <translation>Kein Recht gefunden</translation>
    </message>
    <message>
        <source>No role of this person allows that.</source>
        <translation>Keine Rolle dieser Person erlaubt das.</translation>
    </message>
    <message>
        <source>The rights could not be loaded</source>
        <translation>Die Rechte konnten nicht geladen werden</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::HeldPermissionsModel</name>
    <message>
        <source>Right</source>
        <translation>Recht</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>By the role</source>
        <translation>Durch die Rolle</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::HolidayDialog</name>
    <message>
        <source>On this day of &amp;every year</source>
        <translation>An diesem Tag in j&amp;edem Jahr</translation>
    </message>
    <message>
        <source>New holiday</source>
        <translation>Neuer Feiertag</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Datum</translation>
    </message>
    <message>
        <source>MMMM d</source>
        <comment>a day of every year, as in QLocale::toString()</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>%1 every year: %2</source>
        <translation>%1 in jedem Jahr: %2</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::HomePage</name>
    <message>
        <source>Enter open</source>
        <translation>Eingabe öffnen</translation>
    </message>
    <message>
        <source>Your requests could not be loaded</source>
        <translation>Ihre Anfragen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>You have no requests yet</source>
        <translation>Sie haben noch keine Anfragen</translation>
    </message>
    <message>
        <source>Tell us what you need, and follow it here.</source>
        <translation>Sagen Sie uns, was Sie brauchen, und verfolgen Sie es hier.</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Meine Anfragen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::HoursDialog</name>
    <message>
        <source>Hours of the week</source>
        <translation>Zeiten der Woche</translation>
    </message>
    <message>
        <source>00:00 is the end of the day.</source>
        <translation>00:00 ist das Ende des Tages.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>Choose a day.</source>
        <translation>Bitte einen Tag wählen.</translation>
    </message>
    <message>
        <source>The end must come after the start.</source>
        <translation>Das Ende muss nach dem Anfang liegen.</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::KeysDialog</name>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>All as by default</source>
        <translation>Alle wie vorgegeben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Choose an action</source>
        <translation>Wählen Sie eine Aktion</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Diese Taste nehmen</translation>
    </message>
    <message>
        <source>Use it here instead</source>
        <translation>Stattdessen hier nehmen</translation>
    </message>
    <message>
        <source>%1 belongs to %2, which would lose it.</source>
        <translation>%1 gehört zu %2 und ginge dort verloren.</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::LinksPanel</name>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>Verknüpfung entfernen</translation>
    </message>
    <message>
        <source>Remove the link with %1</source>
        <translation>Verknüpfung mit %1 entfernen</translation>
    </message>
    <message>
        <source>The link could not be removed</source>
        <translation>Die Verknüpfung konnte nicht entfernt werden</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ListHeader</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket</numerusform>
            <numerusform>%n Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Aufsteigend</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Absteigend</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Filter: on</source>
        <translation>Filter: an</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>Filter of the list</source>
        <translation>Filter der Liste</translation>
    </message>
    <message>
        <source>Two lines for each ticket</source>
        <translation>Zwei Zeilen je Ticket</translation>
    </message>
    <message>
        <source>Columns of the list</source>
        <translation>Spalten der Liste</translation>
    </message>
    <message>
        <source>Keep this search among your views</source>
        <translation>Diese Suche unter Ihren Ansichten behalten</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Ticket</source>
        <translation>&amp;Ticket</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>T&amp;ools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Neues &amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>A&amp;lles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>&amp;Views</source>
        <translation>&amp;Ansichten</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Previous view</source>
        <translation>&amp;Vorige Ansicht</translation>
    </message>
    <message>
        <source>&amp;Next view</source>
        <translation>&amp;Nächste Ansicht</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Deskbell</source>
        <translation>&amp;Über Deskbell</translation>
    </message>
    <message>
        <source>%1 – Deskbell</source>
        <translation>%1 – Deskbell</translation>
    </message>
    <message>
        <source>Command pa&amp;lette…</source>
        <translation>&amp;Befehlspalette …</translation>
    </message>
    <message>
        <source>Not sent &amp;yet…</source>
        <translation>Noch nicht ge&amp;sendet …</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) have not reached the server yet</source>
        <translation>
            <numerusform>%n Änderung hat den Server noch nicht erreicht</numerusform>
            <numerusform>%n Änderungen haben den Server noch nicht erreicht</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay on this computer and are sent when you sign in again.</source>
        <translation>Sie bleiben auf diesem Rechner und werden gesendet, wenn Sie sich wieder anmelden.</translation>
    </message>
    <message>
        <source>Sign out all the same</source>
        <translation>Trotzdem abmelden</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ManagedList</name>
    <message>
        <source>%1 is saved</source>
        <translation>%1 ist gespeichert</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>%1 is deleted</source>
        <translation>%1 ist gelöscht</translation>
    </message>
    <message>
        <source>%1 could not be deleted</source>
        <translation>%1 konnte nicht gelöscht werden</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::MessageCard</name>
    <message>
        <source>The system</source>
        <translation>Das System</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Lösung</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>Diese Nachricht wurde gelöscht.</translation>
    </message>
    <message>
        <source>Internal note by %1</source>
        <translation>Interne Notiz von %1</translation>
    </message>
    <message>
        <source>Reply by %1</source>
        <translation>Antwort von %1</translation>
    </message>
    <message>
        <source>Set a sign</source>
        <translation>Zeichen setzen</translation>
    </message>
    <message>
        <source>Set a sign on this message</source>
        <translation>Ein Zeichen an diese Nachricht setzen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::NavigationModel</name>
    <message>
        <source>My work</source>
        <translation>Meine Arbeit</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::NavigationPane</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::NewRequestDialog</name>
    <message>
        <source>New request</source>
        <translation>Neue Anfrage</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Send request</source>
        <translation>Anfrage senden</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Worum geht es?</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>In one line: what is wrong, or what do you need?</source>
        <translation>In einer Zeile: Was geht nicht, oder was brauchen Sie?</translation>
    </message>
    <message>
        <source>What happened, since when, what have you tried?</source>
        <translation>Was ist passiert, seit wann, was haben Sie versucht?</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>&amp;Attach files…</source>
        <translation>Dateien &amp;anhängen …</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Priorität</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>The desks could not be loaded</source>
        <translation>Die Desks konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>No desk takes requests from you</source>
        <translation>Kein Desk nimmt Anfragen von Ihnen an</translation>
    </message>
    <message>
        <source>Ask an administrator to let you in.</source>
        <translation>Bitten Sie einen Administrator um Zugang.</translation>
    </message>
    <message>
        <source>The categories could not be loaded</source>
        <translation>Die Kategorien konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>No categories</source>
        <translation>Keine Kategorien</translation>
    </message>
    <message>
        <source>This desk takes requests of any kind.</source>
        <translation>Dieser Desk nimmt Anfragen jeder Art an.</translation>
    </message>
    <message>
        <source>Write the request</source>
        <translation>Anfrage schreiben</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <source>We will find the right people for it.</source>
        <translation>Wir finden die Richtigen dafür.</translation>
    </message>
    <message>
        <source>%1 (myself)</source>
        <translation>%1 (ich selbst)</translation>
    </message>
    <message>
        <source>The files are still on their way</source>
        <translation>Die Dateien sind noch unterwegs</translation>
    </message>
    <message>
        <source>Discard this request?</source>
        <translation>Diese Anfrage verwerfen?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>%1 is on its way</source>
        <translation>%1 ist unterwegs</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Your request is kept as a draft</source>
        <translation>Ihre Anfrage ist als Entwurf aufgehoben</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>From &amp;template</source>
        <translation>Aus &amp;Vorlage</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>“%1” cannot be chosen any more. We will find the right people for it.</source>
        <translation>„%1“ steht nicht mehr zur Wahl. Wir finden die richtigen Leute dafür.</translation>
    </message>
    <message>
        <source>Replace what you have written?</source>
        <translation>Ersetzen, was Sie geschrieben haben?</translation>
    </message>
    <message>
        <source>“%1” brings its own words for fields that you have filled.</source>
        <translation>„%1“ bringt eigene Worte für Felder mit, die Sie ausgefüllt haben.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Files are not kept with a draft: attach them again.</source>
        <translation>Dateien werden mit einem Entwurf nicht aufgehoben: hängen Sie sie wieder an.</translation>
    </message>
    <message>
        <source>The files that you have attached will be removed.</source>
        <translation>Die Dateien, die Sie angehängt haben, werden entfernt.</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::NotificationPanel</name>
    <message>
        <source>The notifications could not be loaded</source>
        <translation>Die Benachrichtigungen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing to tell you</source>
        <translation>Nichts Neues für Sie</translation>
    </message>
    <message>
        <source>Answers, mentions and what is assigned to you appear here.</source>
        <translation>Antworten, Erwähnungen und was Ihnen zugewiesen wird, erscheinen hier.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>What I want to be told…</source>
        <translation>Was ich erfahren möchte …</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::NotificationRowDelegate</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::NotificationSettingsForm</name>
    <message>
        <source>The settings could not be loaded</source>
        <translation>Die Einstellungen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>In der Liste</translation>
    </message>
    <message>
        <source>On the desktop</source>
        <translation>Auf dem Desktop</translation>
    </message>
    <message>
        <source>%1: in the list</source>
        <translation>%1: in der Liste</translation>
    </message>
    <message>
        <source>%1: on the desktop</source>
        <translation>%1: auf dem Desktop</translation>
    </message>
    <message>
        <source>&amp;Quiet on the desktop from</source>
        <translation>&amp;Ruhe auf dem Desktop von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe von</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>Stay in the &amp;tray when the last window is closed</source>
        <translation>Nach dem letzten Fenster in der &amp;Taskleiste bleiben</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::NotificationsModel</name>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::OrderedList</name>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::OrganisationDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>New organisation</source>
        <translation>Neue Organisation</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::OrganisationsPage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organisationen</translation>
    </message>
    <message>
        <source>Search organisations</source>
        <translation>Organisationen suchen</translation>
    </message>
    <message>
        <source>No organisation found</source>
        <translation>Keine Organisation gefunden</translation>
    </message>
    <message>
        <source>New organisation makes one.</source>
        <translation>„Neue Organisation“ legt eine an.</translation>
    </message>
    <message>
        <source>The organisations could not be loaded</source>
        <translation>Die Organisationen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>New organisation…</source>
        <translation>Neue Organisation …</translation>
    </message>
    <message>
        <source>Its people stay, and belong to none.</source>
        <translation>Ihre Leute bleiben und gehören dann zu keiner.</translation>
    </message>
    <message>
        <source>Delete organisation</source>
        <translation>Organisation löschen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::PaletteModel</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>The tickets could not be searched. %1</source>
        <translation>Die Tickets konnten nicht durchsucht werden. %1</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::PasswordField</name>
    <message>
        <source>Hide password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Passwort zeigen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::PeoplePage</name>
    <message>
        <source>Block…</source>
        <translation>Sperren …</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>%1 is saved</source>
        <translation>%1 ist gespeichert</translation>
    </message>
    <message>
        <source>The account is made</source>
        <translation>Das Konto ist angelegt</translation>
    </message>
    <message>
        <source>%1 may sign in</source>
        <translation>%1 darf sich anmelden</translation>
    </message>
    <message>
        <source>Block %1?</source>
        <translation>%1 sperren?</translation>
    </message>
    <message>
        <source>Every open session of this account ends at once.</source>
        <translation>Jede offene Sitzung dieses Kontos endet sofort.</translation>
    </message>
    <message>
        <source>Block account</source>
        <translation>Konto sperren</translation>
    </message>
    <message>
        <source>%1 is blocked</source>
        <translation>%1 ist gesperrt</translation>
    </message>
    <message>
        <source>%1 could not be changed</source>
        <translation>%1 konnte nicht geändert werden</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Search names and addresses</source>
        <translation>Namen und Adressen suchen</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Niemand gefunden</translation>
    </message>
    <message>
        <source>No account matches.</source>
        <translation>Kein Konto passt dazu.</translation>
    </message>
    <message>
        <source>The people could not be loaded</source>
        <translation>Die Personen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>New person…</source>
        <translation>Neue Person …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>State of the accounts</source>
        <translation>Zustand der Konten</translation>
    </message>
    <message>
        <source>Rights…</source>
        <translation>Rechte …</translation>
    </message>
    <message>
        <source>What this person may do, and why</source>
        <translation>Was diese Person darf, und warum</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::PersonField</name>
    <message>
        <source>Part of a name</source>
        <translation>Teil eines Namens</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::PickTicketDialog</name>
    <message>
        <source>Merge %1 into another ticket</source>
        <translation>%1 mit einem anderen Ticket zusammenführen</translation>
    </message>
    <message>
        <source>Link %1 with another ticket</source>
        <translation>%1 mit einem anderen Ticket verknüpfen</translation>
    </message>
    <message>
        <source>Number or words of the other ticket</source>
        <translation>Nummer oder Wörter des anderen Tickets</translation>
    </message>
    <message>
        <source>What the other ticket is</source>
        <translation>Was das andere Ticket ist</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The tickets could not be loaded</source>
        <translation>Die Tickets konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>%1 has no such ticket.</source>
        <translation>%1 hat kein solches Ticket.</translation>
    </message>
    <message>
        <source>No ticket matches.</source>
        <translation>Kein Ticket passt.</translation>
    </message>
    <message>
        <source>Link tickets</source>
        <translation>Tickets verknüpfen</translation>
    </message>
    <message>
        <source>Merge into %1</source>
        <translation>In %1 überführen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Replies, notes and files of %1 move to %2, and %1 is closed. It can be undone.</source>
        <translation>Antworten, Notizen und Dateien von %1 gehen zu %2, und %1 wird geschlossen. Das lässt sich zurücknehmen.</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::PopupCard</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::Popups</name>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::PresenceStrip</name>
    <message>
        <source>%1 is answering this ticket</source>
        <translation>%1 beantwortet dieses Ticket gerade</translation>
    </message>
    <message>
        <source>%1 is writing</source>
        <translation>%1 schreibt</translation>
    </message>
    <message>
        <source>%1 is looking at it</source>
        <translation>%1 sieht es sich an</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::PropertiesPanel</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragender</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>Erste Antwort</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Done: %1, %2</source>
        <translation>Erledigt: %1, %2</translation>
    </message>
    <message>
        <source>Now: %1, %2</source>
        <translation>Jetzt: %1, %2</translation>
    </message>
    <message>
        <source>To come: %1, %2</source>
        <translation>Kommt noch: %1, %2</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>%1 because</source>
        <translation>%1, weil</translation>
    </message>
    <message>
        <source>%1  %2 of %3</source>
        <translation>%1  %2 von %3</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Visible to</source>
        <translation>Sichtbar für</translation>
    </message>
    <message>
        <source>Only those let in</source>
        <translation>Nur wer zugelassen ist</translation>
    </message>
    <message>
        <source>You follow</source>
        <translation>Sie folgen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ProxiesDialog</name>
    <message>
        <source>End…</source>
        <translation>Beenden…</translation>
    </message>
    <message>
        <source>Add stand-in</source>
        <translation>Vertretung hinzufügen</translation>
    </message>
    <message>
        <source>My stand-ins</source>
        <translation>Meine Vertretungen</translation>
    </message>
    <message>
        <source>Stand-ins</source>
        <translation>Vertretungen</translation>
    </message>
    <message>
        <source>Nobody stands in</source>
        <translation>Keine Vertretung</translation>
    </message>
    <message>
        <source>Name somebody below who decides in your place while you are away.</source>
        <translation>Benennen Sie unten, wer während Ihrer Abwesenheit an Ihrer Stelle entscheidet.</translation>
    </message>
    <message>
        <source>The stand-ins could not be loaded</source>
        <translation>Die Vertretungen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>End that %1 stands in for you?</source>
        <translation>Vertretung durch %1 beenden?</translation>
    </message>
    <message>
        <source>What was decided in your place stays decided.</source>
        <translation>Was an Ihrer Stelle entschieden wurde, bleibt entschieden.</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ProxiesModel</name>
    <message>
        <source>Who for whom</source>
        <translation>Wer für wen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>%1 for me</source>
        <translation>%1 für mich</translation>
    </message>
    <message>
        <source>I for %1</source>
        <translation>Ich für %1</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Steht bevor</translation>
    </message>
    <message>
        <source>Not in force</source>
        <translation>Gilt nicht</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::RatingForm</name>
    <message>
        <source>You have rated this request:</source>
        <translation>Sie haben diese Anfrage bewertet:</translation>
    </message>
    <message>
        <source>How content are you with what we did?</source>
        <translation>Wie zufrieden sind Sie mit dem, was wir getan haben?</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>In a word (may stay empty)</source>
        <translation>In einem Wort (darf leer bleiben)</translation>
    </message>
    <message>
        <source>Your rating in a word</source>
        <translation>Ihre Bewertung in einem Wort</translation>
    </message>
    <message>
        <source>Change rating</source>
        <translation>Bewertung ändern</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Bewerten</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ReactionBar</name>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Danke</translation>
    </message>
    <message>
        <source>Great</source>
        <translation>Großartig</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>I look at it</source>
        <translation>Ich sehe es mir an</translation>
    </message>
    <message>
        <source>I have a question</source>
        <translation>Ich habe eine Frage</translation>
    </message>
    <message>
        <source>The sign could not be set</source>
        <translation>Das Zeichen konnte nicht gesetzt werden</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ReassignDialog</name>
    <message>
        <source>Ask somebody else: %1</source>
        <translation>Jemand anderes fragen: %1</translation>
    </message>
    <message>
        <source>Nobody: one more is asked</source>
        <translation>Niemand: Es wird zusätzlich gefragt</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>Um Freigabe bitten</translation>
    </message>
    <message>
        <source>&amp;In place of</source>
        <translation>&amp;Anstelle von</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>&amp;Kommentar</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ReauthDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
    <message>
        <source>Your session has ended</source>
        <translation>Ihre Sitzung ist beendet</translation>
    </message>
    <message>
        <source>Enter the password of %1 to go on. Nothing you have written is lost.</source>
        <translation>Geben Sie das Passwort von %1 ein, um weiterzumachen. Nichts, was Sie geschrieben haben, ist verloren.</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Abmelden …</translation>
    </message>
    <message>
        <source>Sign out?</source>
        <translation>Abmelden?</translation>
    </message>
    <message>
        <source>What the server has not received yet is not sent.</source>
        <translation>Was der Server noch nicht erhalten hat, wird nicht gesendet.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::RehearsalDialog</name>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Tickets that would be stranded</source>
        <translation>Tickets, die hängen blieben</translation>
    </message>
    <message>
        <source>&amp;Move the tickets that are not closed to the new version</source>
        <translation>Tickets, die nicht geschlossen sind, auf die neue Fassung &amp;umstellen</translation>
    </message>
    <message>
        <source>Save %1?</source>
        <translation>%1 speichern?</translation>
    </message>
    <message>
        <source>The tickets that are there</source>
        <translation>Die vorhandenen Tickets</translation>
    </message>
    <message>
        <source>The change could not be rehearsed</source>
        <translation>Die Änderung konnte nicht geprobt werden</translation>
    </message>
    <message>
        <source>Nothing but the name</source>
        <translation>Nichts als der Name</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are not closed.</source>
        <translation>
            <numerusform>%n Ticket ist nicht geschlossen.</numerusform>
            <numerusform>%n Tickets sind nicht geschlossen.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of them could live by the new version.</source>
        <translation>Alle könnten nach der neuen Fassung weiterlaufen.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them would be stranded if they were moved.</source>
        <translation>
            <numerusform>%n davon bliebe bei einer Umstellung hängen.</numerusform>
            <numerusform>%n davon blieben bei einer Umstellung hängen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without moving, each keeps the version it started with.</source>
        <translation>Ohne Umstellung behält jedes die Fassung, mit der es begann.</translation>
    </message>
    <message>
        <source>Stranded (%1 of %2 are shown)</source>
        <translation>Hängen geblieben (%1 von %2 werden gezeigt)</translation>
    </message>
    <message>
        <source>Stranded</source>
        <translation>Hängen geblieben</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n ticket(s)</source>
        <translation>
            <numerusform>%1: %n Ticket</numerusform>
            <numerusform>%1: %n Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>stays</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>Where the tickets of %1 go</source>
        <translation>Wohin die Tickets aus %1 gehen</translation>
    </message>
    <message numerus="yes">
        <source>Nowhere: %n stranded</source>
        <translation>
            <numerusform>Nirgendwohin: %n bleibt hängen</numerusform>
            <numerusform>Nirgendwohin: %n bleiben hängen</numerusform>
        </translation>
    </message>
    <message>
        <source>go to %1</source>
        <translation>gehen nach %1</translation>
    </message>
    <message>
        <source>Say where the tickets go that would be stranded</source>
        <translation>Sagen Sie, wohin die Tickets gehen, die hängen blieben</translation>
    </message>
    <message>
        <source>Save and move tickets</source>
        <translation>Speichern und Tickets umstellen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::RequestCard</name>
    <message>
        <source>sent %1</source>
        <translation>gesendet %1</translation>
    </message>
    <message>
        <source>&amp;Answer…</source>
        <translation>&amp;Antworten…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Not solved? Answer…</source>
        <translation>&amp;Nicht gelöst? Antworten…</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::RequestOffers</name>
    <message>
        <source>What you can ask for could not be loaded</source>
        <translation>Was Sie anfragen können, konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>No desk takes requests from you</source>
        <translation>Kein Desk nimmt Anfragen von Ihnen an</translation>
    </message>
    <message>
        <source>Ask an administrator to let you in.</source>
        <translation>Bitten Sie einen Administrator um Zugang.</translation>
    </message>
    <message>
        <source>What do you need?</source>
        <translation>Was brauchen Sie?</translation>
    </message>
    <message>
        <source>&amp;New request</source>
        <translation>&amp;Neue Anfrage</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::RoleDialog</name>
    <message>
        <source>New role</source>
        <translation>Neue Rolle</translation>
    </message>
    <message>
        <source>Nothing at first</source>
        <translation>Zuerst nichts</translation>
    </message>
    <message>
        <source>What %1 allows</source>
        <translation>Was %1 erlaubt</translation>
    </message>
    <message>
        <source>Rights that you do not hold yourself are left out.</source>
        <translation>Rechte, die Sie selbst nicht haben, werden ausgelassen.</translation>
    </message>
    <message>
        <source>&amp;Allows</source>
        <translation>&amp;Erlaubt</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::RoleMatrixModel</name>
    <message>
        <source>%1 – not saved</source>
        <translation>%1 – nicht gespeichert</translation>
    </message>
    <message>
        <source>Built-in roles cannot be changed.</source>
        <translation>Mitgelieferte Rollen können nicht geändert werden.</translation>
    </message>
    <message>
        <source>Built-in roles cannot be changed. Make a role of your own in their place.</source>
        <translation>Mitgelieferte Rollen können nicht geändert werden. Legen Sie stattdessen eine eigene an.</translation>
    </message>
    <message>
        <source>You do not hold this right everywhere. Nobody can give or take a right that they do not hold.</source>
        <translation>Sie haben dieses Recht nicht überall. Niemand kann ein Recht geben oder nehmen, das er nicht hat.</translation>
    </message>
    <message>
        <source>Somebody else has changed this.</source>
        <translation>Das hat jemand anderes geändert.</translation>
    </message>
    <message>
        <source>%1: allowed – %2</source>
        <translation>%1: erlaubt – %2</translation>
    </message>
    <message>
        <source>%1: not allowed – %2</source>
        <translation>%1: nicht erlaubt – %2</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::RolesPage</name>
    <message>
        <source>Built-in roles cannot be changed.</source>
        <translation>Mitgelieferte Rollen können nicht geändert werden.</translation>
    </message>
    <message>
        <source>Choose a cell of the role first.</source>
        <translation>Wählen Sie zuerst ein Feld der Rolle.</translation>
    </message>
    <message>
        <source>%1 is made</source>
        <translation>%1 ist angelegt</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>This cannot be undone. A role that somebody holds stays.</source>
        <translation>Das lässt sich nicht rückgängig machen. Eine Rolle, die jemand hat, bleibt.</translation>
    </message>
    <message>
        <source>Delete role</source>
        <translation>Rolle löschen</translation>
    </message>
    <message>
        <source>%1 is deleted</source>
        <translation>%1 ist gelöscht</translation>
    </message>
    <message>
        <source>%1 could not be deleted</source>
        <translation>%1 konnte nicht gelöscht werden</translation>
    </message>
    <message>
        <source>%1 is saved</source>
        <translation>%1 ist gespeichert</translation>
    </message>
    <message>
        <source>Somebody else has changed %1 in the meantime.</source>
        <translation>Jemand anderes hat %1 inzwischen geändert.</translation>
    </message>
    <message>
        <source>What they changed is marked; what you ticked is still there. Look at both, then save again.</source>
        <translation>Was geändert wurde, ist markiert; was Sie angekreuzt haben, ist noch da. Sehen Sie beides an und speichern Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not be saved</source>
        <translation>%1 konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Search rights</source>
        <translation>Rechte suchen</translation>
    </message>
    <message>
        <source>No right found</source>
        <translation>Kein Recht gefunden</translation>
    </message>
    <message>
        <source>No right is called so.</source>
        <translation>Kein Recht heißt so.</translation>
    </message>
    <message>
        <source>The roles could not be loaded</source>
        <translation>Die Rollen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Undo all</source>
        <translation>Alles &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>New role…</source>
        <translation>Neue Rolle …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::SavedViews</name>
    <message>
        <source>The tickets in it stay where they are.</source>
        <translation>Die Tickets darin bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>It will be gone for everybody who has it. The tickets in it stay where they are.</source>
        <translation>Sie verschwindet für alle, die sie haben. Die Tickets darin bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Remove the view “%1”?</source>
        <translation>Die Ansicht „%1“ entfernen?</translation>
    </message>
    <message>
        <source>Remove view</source>
        <translation>Ansicht entfernen</translation>
    </message>
    <message>
        <source>The view was not removed</source>
        <translation>Die Ansicht wurde nicht entfernt</translation>
    </message>
    <message>
        <source>The view was not changed</source>
        <translation>Die Ansicht wurde nicht geändert</translation>
    </message>
    <message>
        <source>&amp;Edit and share…</source>
        <translation>&amp;Bearbeiten und teilen…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::SeersDialog</name>
    <message>
        <source>Let in no longer</source>
        <translation>Nicht mehr zulassen</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Who can see %1</source>
        <translation>Wer %1 sehen kann</translation>
    </message>
    <message>
        <source>A restricted ticket</source>
        <translation>Ein beschränktes Ticket</translation>
    </message>
    <message>
        <source>Who can see this</source>
        <translation>Wer das sehen kann</translation>
    </message>
    <message>
        <source>Nobody sees it</source>
        <translation>Niemand sieht es</translation>
    </message>
    <message>
        <source>Who sees this could not be loaded</source>
        <translation>Wer das sieht, konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Nobody else was let in</source>
        <translation>Niemand sonst wurde zugelassen</translation>
    </message>
    <message>
        <source>Only the people of the ticket and those who see restricted tickets.</source>
        <translation>Nur die Beteiligten des Tickets und alle, die beschränkte Tickets sehen.</translation>
    </message>
    <message>
        <source>Who was let in could not be loaded</source>
        <translation>Wer zugelassen wurde, konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Person or role</source>
        <translation>Person oder Rolle</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::SeersModel</name>
    <message>
        <source>asked for it</source>
        <translation>hat darum gebeten</translation>
    </message>
    <message>
        <source>created it</source>
        <translation>hat es angelegt</translation>
    </message>
    <message>
        <source>works on it</source>
        <translation>bearbeitet es</translation>
    </message>
    <message>
        <source>watches it</source>
        <translation>beobachtet es</translation>
    </message>
    <message>
        <source>is or was asked to approve it</source>
        <translation>wird oder wurde um Freigabe gebeten</translation>
    </message>
    <message>
        <source>stands or stood in for an approver</source>
        <translation>vertritt oder vertrat jemanden bei der Freigabe</translation>
    </message>
    <message>
        <source>sees all tickets of the desk</source>
        <translation>sieht alle Tickets des Desks</translation>
    </message>
    <message>
        <source>sees the tickets of the team</source>
        <translation>sieht die Tickets des Teams</translation>
    </message>
    <message>
        <source>sees restricted tickets</source>
        <translation>sieht beschränkte Tickets</translation>
    </message>
    <message>
        <source>was let in</source>
        <translation>wurde zugelassen</translation>
    </message>
    <message>
        <source>holds a role that was let in</source>
        <translation>hat eine Rolle, die zugelassen wurde</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Because this person…</source>
        <translation>Denn diese Person…</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Single &amp;keys in lists (J, K, A, R, …)</source>
        <translation>Einzelne &amp;Tasten in Listen (J, K, A, R, …)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>&amp;Change keys…</source>
        <translation>&amp;Tasten ändern …</translation>
    </message>
    <message>
        <source>&amp;Take back a reply for</source>
        <translation>An&amp;twort zurückholbar</translation>
    </message>
    <message>
        <source>Not at all, it goes out at once</source>
        <translation>Gar nicht, sie geht sofort hinaus</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde lang</numerusform>
            <numerusform>%n Sekunden lang</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::SignInForm</name>
    <message>
        <source>%1 · version %2</source>
        <translation>%1 · Version %2</translation>
    </message>
    <message>
        <source>Enter your user name and password.</source>
        <translation>Geben Sie Ihren Benutzernamen und Ihr Passwort ein.</translation>
    </message>
    <message>
        <source>S&amp;erver</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;User name or e-mail address</source>
        <translation>&amp;Benutzername oder E-Mail-Adresse</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>&amp;Keep me signed in</source>
        <translation>&amp;Angemeldet bleiben</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>Konto anlegen</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::SignInWindow</name>
    <message>
        <source>Create an account – Deskbell</source>
        <translation>Konto anlegen – Deskbell</translation>
    </message>
    <message>
        <source>Sign in – Deskbell</source>
        <translation>Anmelden – Deskbell</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>Konto anlegen</translation>
    </message>
    <message>
        <source>Sign in to Deskbell</source>
        <translation>Bei Deskbell anmelden</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::SignUpForm</name>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>Your &amp;name, as others see it</source>
        <translation>Ihr &amp;Name, wie andere ihn sehen</translation>
    </message>
    <message>
        <source>&amp;E-mail address</source>
        <translation>&amp;E-Mail-Adresse</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Konto anlegen</translation>
    </message>
    <message>
        <source>Back to sign-in</source>
        <translation>Zurück zur Anmeldung</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::SkeletonRows</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::SlaPoliciesPage</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>Erste Antwort</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Lösung</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation>Servicezeiten</translation>
    </message>
    <message>
        <source>Search service levels</source>
        <translation>Servicezeiten suchen</translation>
    </message>
    <message>
        <source>No service level found</source>
        <translation>Keine Servicezeit gefunden</translation>
    </message>
    <message>
        <source>New service level makes one.</source>
        <translation>„Neue Servicezeit“ legt eine an.</translation>
    </message>
    <message>
        <source>The service levels could not be loaded</source>
        <translation>Die Servicezeiten konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>New service level…</source>
        <translation>Neue Servicezeit …</translation>
    </message>
    <message>
        <source>Open tickets go by what is left. What was finished stays as it was judged.</source>
        <translation>Offene Tickets richten sich nach dem, was bleibt. Was erledigt ist, behält sein Urteil.</translation>
    </message>
    <message>
        <source>Delete service level</source>
        <translation>Servicezeit löschen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::SlaPolicyDialog</name>
    <message>
        <source>A missed time &amp;escalates the step in which the ticket is</source>
        <translation>Eine verfehlte Zeit &amp;eskaliert den Schritt, in dem das Ticket ist</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>New service level</source>
        <translation>Neue Servicezeit</translation>
    </message>
    <message>
        <source> % of the time</source>
        <translation> % der Zeit</translation>
    </message>
    <message>
        <source>Every category</source>
        <translation>Jede Kategorie</translation>
    </message>
    <message>
        <source>D&amp;esk</source>
        <translation>D&amp;esk</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Priorität</translation>
    </message>
    <message>
        <source>C&amp;alendar</source>
        <translation>K&amp;alender</translation>
    </message>
    <message>
        <source>&amp;First response</source>
        <translation>&amp;Erste Antwort</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>&amp;Lösung</translation>
    </message>
    <message>
        <source>&amp;Warn after</source>
        <translation>&amp;Warnen nach</translation>
    </message>
    <message>
        <source>Every priority</source>
        <translation>Jede Priorität</translation>
    </message>
    <message>
        <source>The desk has no calendar yet.</source>
        <translation>Der Desk hat noch keinen Kalender.</translation>
    </message>
    <message>
        <source>Make one on the page “Calendars” first.</source>
        <translation>Bitte zuerst auf der Seite „Kalender“ einen anlegen.</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::SlaRehearsalBox</name>
    <message>
        <source>nothing promised</source>
        <translation>nichts zugesagt</translation>
    </message>
    <message>
        <source>%1 of %2 kept (%3 %)</source>
        <translation>%1 von %2 eingehalten (%3 %)</translation>
    </message>
    <message>
        <source>%1: until now %2, then %3</source>
        <translation>%1: bisher %2, dann %3</translation>
    </message>
    <message>
        <source>It could not be tried. %1</source>
        <translation>Es konnte nicht erprobt werden. %1</translation>
    </message>
    <message numerus="yes">
        <source>No ticket was finished in the last %n day(s).</source>
        <translation>
            <numerusform>Im letzten %n Tag wurde kein Ticket erledigt.</numerusform>
            <numerusform>In den letzten %n Tagen wurde kein Ticket erledigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) were finished in the last %1 days.</source>
        <translation>
            <numerusform>In den letzten %1 Tagen wurde %n Ticket erledigt.</numerusform>
            <numerusform>In den letzten %1 Tagen wurden %n Tickets erledigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Try it on past tickets</source>
        <translation>An vergangenen Tickets e&amp;rproben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop trying it</source>
        <translation>Erprobung abbrechen</translation>
    </message>
    <message>
        <source>Tickets tried</source>
        <translation>Erprobte Tickets</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::StateView</name>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::StatusArea</name>
    <message>
        <source>Connected to %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>No connection to %1 since %2</source>
        <translation>Keine Verbindung zu %1 seit %2</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung zu %1 wird hergestellt …</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>Alle Änderungen gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) being saved…</source>
        <translation>
            <numerusform>%n Änderung wird gespeichert …</numerusform>
            <numerusform>%n Änderungen werden gespeichert …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not accepted</source>
        <translation>
            <numerusform>%n Änderung nicht angenommen</numerusform>
            <numerusform>%n Änderungen nicht angenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not sent yet</source>
        <translation>
            <numerusform>%n Änderung noch nicht gesendet</numerusform>
            <numerusform>%n Änderungen noch nicht gesendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::StatusForm</name>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>K&amp;ind</source>
        <translation>A&amp;rt</translation>
    </message>
    <message>
        <source>Tickets &amp;start here</source>
        <translation>Tickets &amp;beginnen hier</translation>
    </message>
    <message>
        <source>Tickets may stay here for &amp;good</source>
        <translation>Tickets dürfen für &amp;immer hier bleiben</translation>
    </message>
    <message>
        <source>Draw a &amp;transition from here…</source>
        <translation>Von hier einen Übergang &amp;ziehen…</translation>
    </message>
    <message>
        <source>A st&amp;ep of a role</source>
        <translation>S&amp;chritt einer Rolle</translation>
    </message>
    <message>
        <source>Role that acts</source>
        <translation>Rolle, die handelt</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Share of the time</source>
        <translation>Anteil an der Zeit</translation>
    </message>
    <message>
        <source>Escalates to</source>
        <translation>Eskaliert an</translation>
    </message>
    <message>
        <source>Add an &amp;automatic one</source>
        <translation>Einen &amp;automatischen hinzufügen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::StepDialog</name>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source> business hours</source>
        <translation> Geschäftsstunden</translation>
    </message>
    <message>
        <source>New step</source>
        <translation>Neuer Schritt</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Any of them</source>
        <translation>Eine davon</translation>
    </message>
    <message>
        <source>So many of them</source>
        <translation>So viele davon</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;People</source>
        <translation>&amp;Personen</translation>
    </message>
    <message>
        <source>&amp;Roles</source>
        <translation>&amp;Rollen</translation>
    </message>
    <message>
        <source>&amp;Who has to approve</source>
        <translation>&amp;Wer freigeben muss</translation>
    </message>
    <message>
        <source>Re&amp;mind after</source>
        <translation>&amp;Erinnern nach</translation>
    </message>
    <message>
        <source>&amp;Expires after</source>
        <translation>&amp;Läuft ab nach</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TagDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Neues Schlagwort</translation>
    </message>
    <message>
        <source>Such as #1f6feb; empty: the theme&apos;s own</source>
        <translation>Etwa #1f6feb; leer: die des Farbschemas</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TagsDialog</name>
    <message>
        <source>Tags of %1</source>
        <translation>Schlagwörter von %1</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n ticket(s)</source>
        <translation>
            <numerusform>Schlagwörter von %n Ticket</numerusform>
            <numerusform>Schlagwörter von %n Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Such as vpn, printer</source>
        <translation>Etwa vpn, drucker</translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation>Schlagwörter ändern</translation>
    </message>
    <message>
        <source>&amp;New tags</source>
        <translation>&amp;Neue Schlagwörter</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TeamDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Neues Team</translation>
    </message>
    <message>
        <source>Search people of the desk</source>
        <translation>Leute des Desks suchen</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Members</source>
        <translation>&amp;Mitglieder</translation>
    </message>
    <message>
        <source>&amp;Tickets go</source>
        <translation>&amp;Tickets gehen</translation>
    </message>
    <message>
        <source>To whom of the team tickets go that become the team&apos;s and that nobody has. Who is away is passed over.</source>
        <translation>An wen im Team Tickets gehen, die zum Team kommen und die niemand hat. Wer abwesend ist, wird übergangen.</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TicketColumnHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TicketCommands</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>You took %1</source>
        <translation>Sie haben %1 übernommen</translation>
    </message>
    <message>
        <source>%1 is assigned to %2</source>
        <translation>%1 ist %2 zugewiesen</translation>
    </message>
    <message>
        <source>%1 is released</source>
        <translation>%1 ist freigegeben</translation>
    </message>
    <message>
        <source>The assignee of %1 could not be changed</source>
        <translation>Der Bearbeiter von %1 konnte nicht geändert werden</translation>
    </message>
    <message>
        <source>%1 has priority %2</source>
        <translation>%1 hat Priorität %2</translation>
    </message>
    <message>
        <source>The priority of %1 could not be changed</source>
        <translation>Die Priorität von %1 konnte nicht geändert werden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The reason is shown in the ticket.</source>
        <translation>Der Grund wird im Ticket gezeigt.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>The status of %1 could not be changed</source>
        <translation>Der Status von %1 konnte nicht geändert werden</translation>
    </message>
    <message>
        <source>%1 is transferred</source>
        <translation>%1 ist weitergegeben</translation>
    </message>
    <message>
        <source>%1 could not be transferred</source>
        <translation>%1 konnte nicht weitergegeben werden</translation>
    </message>
    <message>
        <source>%1 could not be changed</source>
        <translation>%1 konnte nicht geändert werden</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>It disappears from all lists. People with the right to do so can restore it.</source>
        <translation>Es verschwindet aus allen Listen. Wer das Recht dazu hat, kann es wiederherstellen.</translation>
    </message>
    <message>
        <source>%1 is deleted</source>
        <translation>%1 ist gelöscht</translation>
    </message>
    <message>
        <source>%1 could not be deleted</source>
        <translation>%1 konnte nicht gelöscht werden</translation>
    </message>
    <message>
        <source>%1 is restored</source>
        <translation>%1 ist wiederhergestellt</translation>
    </message>
    <message>
        <source>%1 could not be restored</source>
        <translation>%1 konnte nicht wiederhergestellt werden</translation>
    </message>
    <message>
        <source>What was done? The note is shown in the ticket.</source>
        <translation>Was wurde getan? Die Notiz steht im Ticket.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Escalate %1</source>
        <translation>%1 eskalieren</translation>
    </message>
    <message>
        <source>It goes to whoever is next of the step&apos;s escalation role. The due date stays.</source>
        <translation>Es geht an den Nächsten der Eskalationsrolle dieses Schritts. Der Fälligkeitstag bleibt.</translation>
    </message>
    <message>
        <source>Escalate ticket</source>
        <translation>Ticket eskalieren</translation>
    </message>
    <message>
        <source>%1 is escalated</source>
        <translation>%1 ist eskaliert</translation>
    </message>
    <message>
        <source>%1 could not be escalated</source>
        <translation>%1 konnte nicht eskaliert werden</translation>
    </message>
    <message>
        <source>Thank you for rating %1</source>
        <translation>Danke für Ihre Bewertung von %1</translation>
    </message>
    <message>
        <source>%1 could not be rated</source>
        <translation>%1 konnte nicht bewertet werden</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Es gibt nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>%1 could not be undone</source>
        <translation>%1 konnte nicht zurückgenommen werden</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message numerus="yes">
        <source>You took %n ticket(s)</source>
        <translation>
            <numerusform>Sie haben %n Ticket übernommen</numerusform>
            <numerusform>Sie haben %n Tickets übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) assigned to %1</source>
        <translation>
            <numerusform>%n Ticket ist %1 zugewiesen</numerusform>
            <numerusform>%n Tickets sind %1 zugewiesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) released</source>
        <translation>
            <numerusform>%n Ticket ist freigegeben</numerusform>
            <numerusform>%n Tickets sind freigegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) have priority %1</source>
        <translation>
            <numerusform>%n Ticket hat die Priorität %1</numerusform>
            <numerusform>%n Tickets haben die Priorität %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The tags of %1 are changed</source>
        <translation>Die Schlagwörter von %1 sind geändert</translation>
    </message>
    <message numerus="yes">
        <source>The tags of %n ticket(s) are changed</source>
        <translation>
            <numerusform>Die Schlagwörter von %n Ticket sind geändert</numerusform>
            <numerusform>Die Schlagwörter von %n Tickets sind geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>The tags of %1 could not be changed</source>
        <translation>Die Schlagwörter von %1 konnten nicht geändert werden</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket</numerusform>
            <numerusform>%n Tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s): %1</source>
        <translation>
            <numerusform>%n Ticket: %1</numerusform>
            <numerusform>%n Tickets: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n ticket(s)?</source>
        <translation>
            <numerusform>%n Ticket löschen?</numerusform>
            <numerusform>%n Tickets löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They disappear from all lists. People with the right to do so can restore them.</source>
        <translation>Sie verschwinden aus allen Listen. Wer das Recht dazu hat, kann sie wiederherstellen.</translation>
    </message>
    <message numerus="yes">
        <source>Delete ticket(s)</source>
        <translation>
            <numerusform>Ticket löschen</numerusform>
            <numerusform>Tickets löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) deleted</source>
        <translation>
            <numerusform>%n Ticket gelöscht</numerusform>
            <numerusform>%n Tickets gelöscht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is merged into %2</source>
        <translation>%1 ist in %2 überführt</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) merged into %1</source>
        <translation>
            <numerusform>%n Ticket ist in %1 überführt</numerusform>
            <numerusform>%n Tickets sind in %1 überführt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be merged</source>
        <translation>%1 konnte nicht zusammengeführt werden</translation>
    </message>
    <message>
        <source>A ticket was split off from %1</source>
        <translation>Von %1 wurde ein Ticket abgetrennt</translation>
    </message>
    <message>
        <source>%1 could not be split</source>
        <translation>%1 konnte nicht geteilt werden</translation>
    </message>
    <message>
        <source>%1 is linked with %2</source>
        <translation>%1 ist mit %2 verknüpft</translation>
    </message>
    <message>
        <source>%1 could not be linked</source>
        <translation>%1 konnte nicht verknüpft werden</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TicketHeader</name>
    <message>
        <source>opened %1 by %2</source>
        <translation>eröffnet %1 von %2</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>Status: %1</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Priorität: %1</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugewiesen</translation>
    </message>
    <message>
        <source>Assignee: %1</source>
        <translation>Bearbeiter: %1</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Take it myself</source>
        <translation>Selbst übernehmen</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Weitergeben …</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Escalate…</source>
        <translation>Eskalieren …</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>%1  %2 of %3</source>
        <translation>%1  %2 von %3</translation>
    </message>
    <message>
        <source>Who can see this, and why…</source>
        <translation>Wer das sehen kann und warum…</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Add a watcher…</source>
        <translation>Jemanden folgen lassen …</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen …</translation>
    </message>
    <message>
        <source>Link…</source>
        <translation>Verknüpfen …</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TicketListModel</name>
    <message>
        <source>There now: %1</source>
        <translation>Gerade da: %1</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TicketListView</name>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TicketPane</name>
    <message>
        <source>No ticket is open</source>
        <translation>Kein Ticket geöffnet</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>Wählen Sie eines aus der Liste.</translation>
    </message>
    <message>
        <source>The ticket could not be opened</source>
        <translation>Das Ticket konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitieren</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Mark as the solution</source>
        <translation>Als Lösung markieren</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>The reply could not be marked as the solution</source>
        <translation>Die Antwort konnte nicht als Lösung markiert werden</translation>
    </message>
    <message>
        <source>The message could not be changed</source>
        <translation>Die Nachricht konnte nicht geändert werden</translation>
    </message>
    <message>
        <source>Delete this note?</source>
        <translation>Diese Notiz löschen?</translation>
    </message>
    <message>
        <source>Delete this reply?</source>
        <translation>Diese Antwort löschen?</translation>
    </message>
    <message>
        <source>Its words disappear for everybody. That cannot be undone.</source>
        <translation>Ihr Text verschwindet für alle. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The message could not be deleted</source>
        <translation>Die Nachricht konnte nicht gelöscht werden</translation>
    </message>
    <message>
        <source>Whether you follow the ticket could not be stored</source>
        <translation>Ob Sie dem Ticket folgen, konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>You do not follow the ticket any more</source>
        <translation>Sie folgen dem Ticket nicht mehr</translation>
    </message>
    <message>
        <source>You hear nothing of the ticket any more</source>
        <translation>Sie hören von dem Ticket nichts mehr</translation>
    </message>
    <message>
        <source>You follow the ticket</source>
        <translation>Sie folgen dem Ticket</translation>
    </message>
    <message>
        <source>%1 follows the ticket now</source>
        <translation>%1 folgt dem Ticket jetzt</translation>
    </message>
    <message>
        <source>%1 could not be added</source>
        <translation>%1 konnte nicht hinzugefügt werden</translation>
    </message>
    <message>
        <source>Split off into a ticket…</source>
        <translation>Als Ticket abtrennen …</translation>
    </message>
    <message>
        <source>Split off into a ticket of its own</source>
        <translation>Als eigenes Ticket abtrennen</translation>
    </message>
    <message>
        <source>The message moves there with its files. It can be undone.</source>
        <translation>Die Nachricht geht mit ihren Dateien dorthin. Das lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Abtrennen</translation>
    </message>
    <message>
        <source>Title of the new ticket</source>
        <translation>Titel des neuen Tickets</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TicketTemplateDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>New ticket template</source>
        <translation>Neue Ticketvorlage</translation>
    </message>
    <message>
        <source>By which it is chosen: “New laptop”</source>
        <translation>Woran man sie erkennt: „Neues Notebook“</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>What the request is called, if that is always the same</source>
        <translation>Wie die Anfrage heißt, wenn das immer gleich ist</translation>
    </message>
    <message>
        <source>What has to be told; questions to be answered</source>
        <translation>Was gesagt werden muss; Fragen, die zu beantworten sind</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Priorität</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>Schla&amp;gwörter</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TicketsPage</name>
    <message>
        <source>&amp;Next ticket</source>
        <translation>&amp;Nächstes Ticket</translation>
    </message>
    <message>
        <source>P&amp;revious ticket</source>
        <translation>V&amp;origes Ticket</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>&amp;Assign…</source>
        <translation>&amp;Zuweisen …</translation>
    </message>
    <message>
        <source>&amp;Status…</source>
        <translation>&amp;Status …</translation>
    </message>
    <message>
        <source>&amp;Priority…</source>
        <translation>&amp;Priorität …</translation>
    </message>
    <message>
        <source>R&amp;eply</source>
        <translation>&amp;Antworten</translation>
    </message>
    <message>
        <source>Internal n&amp;ote</source>
        <translation>&amp;Interne Notiz</translation>
    </message>
    <message>
        <source>Resol&amp;ve or close</source>
        <translation>&amp;Lösen oder schließen</translation>
    </message>
    <message>
        <source>Ed&amp;it…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>Trans&amp;fer…</source>
        <translation>&amp;Weitergeben …</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>Lös&amp;chen …</translation>
    </message>
    <message>
        <source>Searc&amp;h</source>
        <translation>S&amp;uchen</translation>
    </message>
    <message>
        <source>J/K move · R reply · E close</source>
        <translation>J/K bewegen · R antworten · E schließen</translation>
    </message>
    <message>
        <source>J/K move · A take · R reply · N note · E resolve</source>
        <translation>J/K bewegen · A übernehmen · R antworten · N Notiz · E lösen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>The tickets could not be loaded</source>
        <translation>Die Tickets konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No ticket matches “%1”.</source>
        <translation>Kein Ticket passt zu „%1“.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Hier ist nichts</translation>
    </message>
    <message>
        <source>No ticket belongs to this view at the moment.</source>
        <translation>Im Moment gehört kein Ticket in diese Ansicht.</translation>
    </message>
    <message>
        <source>You have no requests yet</source>
        <translation>Sie haben noch keine Anfragen</translation>
    </message>
    <message>
        <source>Tell us what you need, and follow it here.</source>
        <translation>Sagen Sie uns, was Sie brauchen, und verfolgen Sie es hier.</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Neue Anfrage</translation>
    </message>
    <message>
        <source>Open in a &amp;window of its own</source>
        <translation>In eigenem &amp;Fenster öffnen</translation>
    </message>
    <message>
        <source>Send &amp;message</source>
        <translation>Nac&amp;hricht absenden</translation>
    </message>
    <message>
        <source>Esca&amp;late…</source>
        <translation>Es&amp;kalieren …</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>&amp;Folgen</translation>
    </message>
    <message>
        <source>Go to the tic&amp;ket</source>
        <translation>Zum &amp;Ticket</translation>
    </message>
    <message>
        <source>Sele&amp;ct or unselect</source>
        <translation>Auswahl umschalt&amp;en</translation>
    </message>
    <message>
        <source>Ta&amp;gs…</source>
        <translation>Schla&amp;gwörter …</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen …</translation>
    </message>
    <message>
        <source>Link…</source>
        <translation>Verknüpfen …</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Change man&amp;y…</source>
        <translation>Viele än&amp;dern …</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source> · A take · S status · E resolve · Esc none</source>
        <translation> · A übernehmen · S Status · E lösen · Esc keine</translation>
    </message>
    <message>
        <source>Perhaps it is among what “%1” leaves out.</source>
        <translation>Vielleicht ist es unter dem, was „%1“ ausschließt.</translation>
    </message>
    <message>
        <source>Try fewer words, or the beginning of one with a * behind it.</source>
        <translation>Versuchen Sie es mit weniger Wörtern oder mit dem Anfang eines Wortes und einem * dahinter.</translation>
    </message>
    <message>
        <source>Try other values, or fewer of them.</source>
        <translation>Versuchen Sie es mit anderen Werten oder mit weniger.</translation>
    </message>
    <message>
        <source>Search for the words alone</source>
        <translation>Nur nach den Wörtern suchen</translation>
    </message>
    <message>
        <source>Canned reply or macro…</source>
        <translation>Textbaustein oder Makro…</translation>
    </message>
    <message>
        <source>Add to the checklist</source>
        <translation>Zur Checkliste hinzufügen</translation>
    </message>
    <message>
        <source>Add time spent</source>
        <translation>Aufgewendete Zeit hinzufügen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TimePanel</name>
    <message>
        <source>30m</source>
        <translation>30m</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Aufgewendete Zeit</translation>
    </message>
    <message>
        <source>Such as “30m”, “1:30” or “1h 30”; Return adds it</source>
        <translation>Etwa „30m“, „1:30“ oder „1h 30“; die Eingabetaste fügt sie hinzu</translation>
    </message>
    <message>
        <source>On what</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>What the time was spent on</source>
        <translation>Wofür die Zeit aufgewendet wurde</translation>
    </message>
    <message>
        <source>Write a time of at most a day, such as “30m” or “1:30”.</source>
        <translation>Schreiben Sie eine Zeit von höchstens einem Tag, etwa „30m“ oder „1:30“.</translation>
    </message>
    <message>
        <source>Delete removes</source>
        <translation>Entf entfernt</translation>
    </message>
    <message>
        <source>The time could not be added</source>
        <translation>Die Zeit konnte nicht hinzugefügt werden</translation>
    </message>
    <message>
        <source>The time could not be removed</source>
        <translation>Die Zeit konnte nicht entfernt werden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The time could not be put back</source>
        <translation>Die Zeit konnte nicht wiederhergestellt werden</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Entfernt: %1</translation>
    </message>
    <message>
        <source>Remove %1 of %2?</source>
        <translation>%1 von %2 entfernen?</translation>
    </message>
    <message>
        <source>Only %1 can add them again.</source>
        <translation>Nur %1 kann sie wieder hinzufügen.</translation>
    </message>
    <message>
        <source>Remove time</source>
        <translation>Zeit entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Show older entries</source>
        <translation>Ältere Einträge zeigen</translation>
    </message>
    <message>
        <source>New since your last visit</source>
        <translation>Neu seit Ihrem letzten Besuch</translation>
    </message>
    <message>
        <source>The older entries could not be loaded. Try again</source>
        <translation>Die älteren Einträge konnten nicht geladen werden. Wiederholen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>The timeline could not be loaded</source>
        <translation>Der Verlauf konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ToolRow</name>
    <message>
        <source>Account: %1</source>
        <translation>Konto: %1</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation>Tickets suchen</translation>
    </message>
    <message>
        <source>%1 (away)</source>
        <translation>%1 (abwesend)</translation>
    </message>
    <message>
        <source>Away until %1</source>
        <translation>Abwesend bis %1</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TransferDialog</name>
    <message>
        <source>Transfer %1</source>
        <translation>%1 weitergeben</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Transfer ticket</source>
        <translation>Ticket weitergeben</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>&amp;Person</translation>
    </message>
    <message>
        <source>&amp;Team</source>
        <translation>&amp;Team</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TransitionForm</name>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Whom or which</source>
        <translation>Wen oder welches</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Remove the effect</source>
        <translation>Wirkung entfernen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Who may take it</source>
        <translation>Wer ihn nehmen darf</translation>
    </message>
    <message>
        <source>The requester only so many days after closing</source>
        <translation>Der Anfragende nur so viele Tage nach dem Schließen</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Or who holds</source>
        <translation>Oder wer dies darf</translation>
    </message>
    <message>
        <source>What it requires</source>
        <translation>Was er verlangt</translation>
    </message>
    <message>
        <source>Approval template</source>
        <translation>Freigabevorlage</translation>
    </message>
    <message>
        <source>What it causes</source>
        <translation>Was er bewirkt</translation>
    </message>
    <message>
        <source>Add an effect</source>
        <translation>Wirkung hinzufügen</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Sichtbarkeit</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Beschränkt</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::TrayIcon</name>
    <message numerus="yes">
        <source>Deskbell: %n unread</source>
        <translation>
            <numerusform>Deskbell: %n ungelesen</numerusform>
            <numerusform>Deskbell: %n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to tell you</source>
        <translation>Nichts Neues für Sie</translation>
    </message>
    <message>
        <source>Quiet until %1</source>
        <translation>Ruhe bis %1</translation>
    </message>
    <message>
        <source>Quiet for an hour</source>
        <translation>Eine Stunde Ruhe</translation>
    </message>
    <message>
        <source>Open Deskbell</source>
        <translation>Deskbell öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::Triage</name>
    <message>
        <source>%1 cannot be edited</source>
        <translation>%1 kann nicht bearbeitet werden</translation>
    </message>
    <message>
        <source>The priority of %1 cannot be changed</source>
        <translation>Die Priorität von %1 kann nicht geändert werden</translation>
    </message>
    <message>
        <source>%1 cannot be replied to</source>
        <translation>Auf %1 kann nicht geantwortet werden</translation>
    </message>
    <message>
        <source>%1 cannot get a note</source>
        <translation>%1 kann keine Notiz bekommen</translation>
    </message>
    <message>
        <source>%1 cannot get files</source>
        <translation>%1 kann keine Dateien bekommen</translation>
    </message>
    <message>
        <source>%1 cannot be assigned</source>
        <translation>%1 kann nicht zugewiesen werden</translation>
    </message>
    <message>
        <source>%1 cannot be taken</source>
        <translation>%1 kann nicht übernommen werden</translation>
    </message>
    <message>
        <source>%1 cannot be transferred</source>
        <translation>%1 kann nicht weitergegeben werden</translation>
    </message>
    <message>
        <source>%1 cannot be escalated</source>
        <translation>%1 kann nicht eskaliert werden</translation>
    </message>
    <message>
        <source>The status of %1 cannot be changed</source>
        <translation>Der Status von %1 kann nicht geändert werden</translation>
    </message>
    <message>
        <source>%1 can be neither resolved nor closed now</source>
        <translation>%1 kann jetzt weder gelöst noch geschlossen werden</translation>
    </message>
    <message>
        <source>%1 cannot be rated</source>
        <translation>%1 kann nicht bewertet werden</translation>
    </message>
    <message>
        <source>%1 cannot be deleted</source>
        <translation>%1 kann nicht gelöscht werden</translation>
    </message>
    <message>
        <source>%1 cannot be restored</source>
        <translation>%1 kann nicht wiederhergestellt werden</translation>
    </message>
    <message>
        <source>%1 can be neither merged nor split</source>
        <translation>%1 kann weder zusammengeführt noch geteilt werden</translation>
    </message>
    <message>
        <source>You do not hold the right for that on this desk.</source>
        <translation>Sie haben an diesem Desk nicht das Recht dazu.</translation>
    </message>
    <message>
        <source>It was deleted; restore it first.</source>
        <translation>Es wurde gelöscht; stellen Sie es zuerst wieder her.</translation>
    </message>
    <message>
        <source>It is in no step with an escalation role that was not asked yet.</source>
        <translation>Es ist in keinem Schritt mit einer Eskalationsrolle, die noch nicht gefragt wurde.</translation>
    </message>
    <message>
        <source>It is yours already.</source>
        <translation>Es ist schon Ihres.</translation>
    </message>
    <message>
        <source>Its workflow has no such step for you from “%1”.</source>
        <translation>Sein Ablauf hat von „%1“ aus keinen solchen Schritt für Sie.</translation>
    </message>
    <message>
        <source>It is resolved or closed; reopen it first.</source>
        <translation>Es ist gelöst oder geschlossen; öffnen Sie es zuerst wieder.</translation>
    </message>
    <message>
        <source>Take them myself</source>
        <translation>Selbst übernehmen</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::UnsentDialog</name>
    <message>
        <source>Everything has been sent</source>
        <translation>Alles ist gesendet</translation>
    </message>
    <message>
        <source>What you write without a connection waits here until the server is back.</source>
        <translation>Was Sie ohne Verbindung schreiben, wartet hier, bis der Server wieder da ist.</translation>
    </message>
    <message>
        <source>It was too late: the server has it already</source>
        <translation>Es war zu spät: Der Server hat sie schon</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::UnsentRow</name>
    <message numerus="yes">
        <source>Reply goes out in %n second(s)</source>
        <translation>
            <numerusform>Die Antwort geht in %n Sekunde hinaus</numerusform>
            <numerusform>Die Antwort geht in %n Sekunden hinaus</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving the note…</source>
        <translation>Die Notiz wird gespeichert …</translation>
    </message>
    <message>
        <source>Sending the reply…</source>
        <translation>Die Antwort wird gesendet …</translation>
    </message>
    <message>
        <source>The note waits for the connection</source>
        <translation>Die Notiz wartet auf die Verbindung</translation>
    </message>
    <message>
        <source>The reply waits for the connection</source>
        <translation>Die Antwort wartet auf die Verbindung</translation>
    </message>
    <message>
        <source>Not sent yet, it is tried again: %1</source>
        <translation>Noch nicht gesendet, es wird wieder versucht: %1</translation>
    </message>
    <message>
        <source>The note waits for its turn</source>
        <translation>Die Notiz wartet, bis sie an der Reihe ist</translation>
    </message>
    <message>
        <source>The reply waits for its turn</source>
        <translation>Die Antwort wartet, bis sie an der Reihe ist</translation>
    </message>
    <message>
        <source>The note was not saved: %1</source>
        <translation>Die Notiz wurde nicht gespeichert: %1</translation>
    </message>
    <message>
        <source>The reply was not sent: %1</source>
        <translation>Die Antwort wurde nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Erneut senden</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Saving the change…</source>
        <translation>Die Änderung wird gespeichert …</translation>
    </message>
    <message>
        <source>The change waits for the connection</source>
        <translation>Die Änderung wartet auf die Verbindung</translation>
    </message>
    <message>
        <source>The change waits for its turn</source>
        <translation>Die Änderung wartet, bis sie an der Reihe ist</translation>
    </message>
    <message>
        <source>The change was not accepted: %1</source>
        <translation>Die Änderung wurde nicht angenommen: %1</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::UnsentStrip</name>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::UploadList</name>
    <message>
        <source>%1 cannot be attached</source>
        <translation>%1 kann nicht angehängt werden</translation>
    </message>
    <message>
        <source>Screenshot %1.png</source>
        <extracomment>The name of a picture that was pasted; %1 is date and time.</extracomment>
        <translation>Bildschirmfoto %1.png</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::UploadRow</name>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Upload of %1</source>
        <translation>Hochladen von %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Retry the upload of %1</source>
        <translation>Hochladen von %1 wiederholen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>waiting for the server</source>
        <translation>wartet auf den Server</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause the upload of %1</source>
        <translation>Das Hochladen von %1 anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume the upload of %1</source>
        <translation>Das Hochladen von %1 fortsetzen</translation>
    </message>
    <message>
        <source>paused at %1 of %2</source>
        <translation>angehalten bei %1 von %2</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::VersionsDialog</name>
    <message>
        <source>&amp;Take this version into the editor</source>
        <translation>Diese Fassung in den Editor ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>Versions of %1</source>
        <translation>Fassungen von %1</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Not closed</source>
        <translation>Nicht geschlossen</translation>
    </message>
    <message>
        <source>The older version</source>
        <translation>Die ältere Fassung</translation>
    </message>
    <message>
        <source>The newer version</source>
        <translation>Die neuere Fassung</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>The versions could not be loaded</source>
        <translation>Die Fassungen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Came with Deskbell</source>
        <translation>Kam mit Deskbell</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Fassung %1</translation>
    </message>
    <message>
        <source>They are the same.</source>
        <translation>Sie sind gleich.</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::ViewDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Als Ansicht speichern</translation>
    </message>
    <message>
        <source>What the tickets in it have in common</source>
        <translation>Was die Tickets darin gemeinsam haben</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Alle Tickets</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Looks for</source>
        <translation>&amp;Sucht nach</translation>
    </message>
    <message>
        <source>&amp;Who has it</source>
        <translation>&amp;Wer sie hat</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Nur ich</translation>
    </message>
    <message>
        <source>Team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>Everybody who works on tickets</source>
        <translation>Alle, die Tickets bearbeiten</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::WorkPanel</name>
    <message>
        <source>You cannot add to this ticket</source>
        <translation>Sie können diesem Ticket nichts hinzufügen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::WorkflowEditor</name>
    <message>
        <source>What you changed and did not save is here again.</source>
        <translation>Was Sie geändert und nicht gespeichert haben, ist wieder da.</translation>
    </message>
    <message>
        <source>Somebody else has saved the workflow since. Save shows what you would change in theirs.</source>
        <translation>Jemand anders hat den Ablauf seitdem gespeichert. Speichern zeigt, was Sie daran ändern würden.</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Version %1, changed</source>
        <translation>Fassung %1, geändert</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Fassung %1</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) to mend before it can be saved</source>
        <translation>
            <numerusform>%n Fehler zu beheben, bevor er gespeichert werden kann</numerusform>
            <numerusform>%n Fehler zu beheben, bevor er gespeichert werden kann</numerusform>
        </translation>
    </message>
    <message>
        <source>Throw the changes away?</source>
        <translation>Änderungen verwerfen?</translation>
    </message>
    <message>
        <source>The workflow is shown as the server has it.</source>
        <translation>Der Ablauf wird gezeigt, wie ihn der Server hat.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>It cannot be saved yet: something is wrong with it.</source>
        <translation>So kann er noch nicht gespeichert werden: Etwas stimmt nicht.</translation>
    </message>
    <message>
        <source>Somebody else has changed this workflow meanwhile.</source>
        <translation>Jemand anders hat diesen Ablauf inzwischen geändert.</translation>
    </message>
    <message>
        <source>What you changed is still here. Save again to see what it changes in theirs; saving replaces it.</source>
        <translation>Was Sie geändert haben, ist noch da. Speichern Sie noch einmal, um zu sehen, was es an der anderen Fassung ändert; Speichern ersetzt sie.</translation>
    </message>
    <message>
        <source>%1 is saved as version %2</source>
        <translation>%1 ist als Fassung %2 gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) live by the new version now</source>
        <translation>
            <numerusform>%n Ticket läuft jetzt nach der neuen Fassung</numerusform>
            <numerusform>%n Tickets laufen jetzt nach der neuen Fassung</numerusform>
        </translation>
    </message>
    <message>
        <source>The tickets keep their version: they could not be moved</source>
        <translation>Die Tickets behalten ihre Fassung: Sie konnten nicht umgestellt werden</translation>
    </message>
    <message>
        <source>Back to the workflows</source>
        <translation>Zurück zu den Abläufen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Name of the workflow</source>
        <translation>Name des Ablaufs</translation>
    </message>
    <message>
        <source>Add a status</source>
        <translation>Status hinzufügen</translation>
    </message>
    <message>
        <source>Versions…</source>
        <translation>Fassungen…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ausgeben…</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message numerus="yes">
        <source>Only %n ticket(s) could be moved</source>
        <translation>
            <numerusform>Nur %n Ticket konnte umgezogen werden</numerusform>
            <numerusform>Nur %n Tickets konnten umgezogen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n ticket(s) are moved</source>
        <translation>
            <numerusform>%1 von %n Ticket ist umgezogen</numerusform>
            <numerusform>%1 von %n Tickets sind umgezogen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Deskbell::App::WorkflowForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>&amp;Schlüssel</translation>
    </message>
    <message>
        <source>Choose a status or an arrow to see what it says. Tab goes from one to the next, Enter edits, N adds a status, T draws a transition, Del removes.</source>
        <translation>Wählen Sie einen Status oder einen Pfeil, um zu sehen, was er sagt. Tab geht vom einen zum nächsten, Eingabe bearbeitet, N fügt einen Status hinzu, T zieht einen Übergang, Entf entfernt.</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::WorkflowGraph</name>
    <message>
        <source>Workflow %1</source>
        <translation>Ablauf %1</translation>
    </message>
    <message numerus="yes">
        <source>%n status(es)</source>
        <translation>
            <numerusform>%n Status</numerusform>
            <numerusform>%n Status</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transition(s)</source>
        <translation>
            <numerusform>%n Übergang</numerusform>
            <numerusform>%n Übergänge</numerusform>
        </translation>
    </message>
    <message>
        <source>Status %1, %2</source>
        <translation>Status %1, %2</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message numerus="yes">
        <source>%n way(s) on</source>
        <translation>
            <numerusform>%n Weg weiter</numerusform>
            <numerusform>%n Wege weiter</numerusform>
        </translation>
    </message>
    <message>
        <source>Transition %1 from %2 to %3, %4</source>
        <translation>Übergang %1 von %2 nach %3, %4</translation>
    </message>
    <message>
        <source>Automatic transition from %1 to %2, %3</source>
        <translation>Automatischer Übergang von %1 nach %2, %3</translation>
    </message>
    <message>
        <source>Transition to %1</source>
        <translation>Übergang nach %1</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::WorkflowInspector</name>
    <message>
        <source>Workflow</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Transition</source>
        <translation>Übergang</translation>
    </message>
    <message>
        <source>Automatic transition</source>
        <translation>Automatischer Übergang</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::WorkflowsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Statuses</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Desks</translation>
    </message>
    <message>
        <source>%1 – not saved</source>
        <translation>%1 – nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>Deskbell::App::WorkflowsPage</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>Workflows that ship can be changed, not removed.</source>
        <translation>Mitgelieferte Abläufe können geändert, aber nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Go on with the one that is not saved</source>
        <translation>Mit dem nicht gespeicherten weitermachen</translation>
    </message>
    <message>
        <source>Like %1</source>
        <translation>Wie %1</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei…</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Tickets that live by it keep it; no desk can choose it any more.</source>
        <translation>Tickets, die danach laufen, behalten ihn; kein Service-Desk kann ihn mehr wählen.</translation>
    </message>
    <message>
        <source>Delete workflow</source>
        <translation>Ablauf löschen</translation>
    </message>
    <message>
        <source>%1 is deleted</source>
        <translation>%1 ist gelöscht</translation>
    </message>
    <message>
        <source>%1 could not be deleted</source>
        <translation>%1 konnte nicht gelöscht werden</translation>
    </message>
    <message>
        <source>Open a workflow</source>
        <translation>Ablauf öffnen</translation>
    </message>
    <message>
        <source>Workflows (*.json)</source>
        <translation>Abläufe (*.json)</translation>
    </message>
    <message>
        <source>%1 is not a workflow</source>
        <translation>%1 ist kein Ablauf</translation>
    </message>
    <message>
        <source>Save %1 as a file</source>
        <translation>%1 als Datei speichern</translation>
    </message>
    <message>
        <source>%1 is written</source>
        <translation>%1 ist geschrieben</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>Abläufe</translation>
    </message>
    <message>
        <source>Search names and keys</source>
        <translation>Namen und Schlüssel suchen</translation>
    </message>
    <message>
        <source>No workflow found</source>
        <translation>Kein Ablauf gefunden</translation>
    </message>
    <message>
        <source>Nothing is called so. New begins one.</source>
        <translation>Nichts heißt so. Neu beginnt einen.</translation>
    </message>
    <message>
        <source>The workflows could not be loaded</source>
        <translation>Die Abläufe konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ausgeben…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
</context>
<context>
    <name>DesksPage</name>
    <message>
        <source>Desks</source>
        <translation>Desks</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>An address looks like name@example.com.</source>
        <translation>Eine Adresse sieht aus wie name@example.com.</translation>
    </message>
    <message>
        <source>%server% refuses the connection.</source>
        <translation>%server% lehnt die Verbindung ab.</translation>
    </message>
    <message>
        <source>Check address and port, and whether the server is running.</source>
        <translation>Prüfen Sie Adresse und Port und ob der Server läuft.</translation>
    </message>
    <message>
        <source>No computer of the name %server% was found.</source>
        <translation>Ein Rechner namens %server% wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Check the address and your network connection.</source>
        <translation>Prüfen Sie die Adresse und Ihre Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>%server% did not answer in time.</source>
        <translation>%server% hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Check your network connection and try again.</source>
        <translation>Prüfen Sie Ihre Netzwerkverbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%server% closed the connection.</source>
        <translation>%server% hat die Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The proxy on the way to %server% refused.</source>
        <translation>Der Proxy auf dem Weg zu %server% hat abgelehnt.</translation>
    </message>
    <message>
        <source>Check the proxy settings of this computer.</source>
        <translation>Prüfen Sie die Proxy-Einstellungen dieses Rechners.</translation>
    </message>
    <message>
        <source>%server% could not be reached.</source>
        <translation>%server% ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The certificate of %server% cannot be checked.</source>
        <translation>Das Zertifikat von %server% lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <source>Compare its fingerprint with the one your administrator gave you.</source>
        <translation>Vergleichen Sie seinen Fingerabdruck mit dem, den Ihr Administrator Ihnen genannt hat.</translation>
    </message>
    <message>
        <source>%server% shows another certificate than before.</source>
        <translation>%server% zeigt ein anderes Zertifikat als bisher.</translation>
    </message>
    <message>
        <source>Somebody may be listening in. Ask your administrator before you go on.</source>
        <translation>Vielleicht hört jemand mit. Fragen Sie Ihren Administrator, bevor Sie weitermachen.</translation>
    </message>
    <message>
        <source>No secure connection to %server% was possible.</source>
        <translation>Eine sichere Verbindung zu %server% war nicht möglich.</translation>
    </message>
    <message>
        <source>Perhaps the server speaks http:// only; ask your administrator.</source>
        <translation>Vielleicht spricht der Server nur http://; fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>This is not the address of a server.</source>
        <translation>Das ist keine Adresse eines Servers.</translation>
    </message>
    <message>
        <source>Enter a name such as desk.example.com.</source>
        <translation>Geben Sie einen Namen wie desk.example.com ein.</translation>
    </message>
    <message>
        <source>Something answers at %server%, but it is not a Deskbell server.</source>
        <translation>Bei %server% antwortet etwas, aber es ist kein Deskbell-Server.</translation>
    </message>
    <message>
        <source>Check address and port.</source>
        <translation>Prüfen Sie Adresse und Port.</translation>
    </message>
    <message>
        <source>The server (version %version%) is too old for this program.</source>
        <translation>Der Server (Version %version%) ist zu alt für dieses Programm.</translation>
    </message>
    <message>
        <source>Ask your administrator to update the server.</source>
        <translation>Bitten Sie Ihren Administrator, den Server zu aktualisieren.</translation>
    </message>
    <message>
        <source>The server (version %version%) is too new for this program.</source>
        <translation>Der Server (Version %version%) ist zu neu für dieses Programm.</translation>
    </message>
    <message>
        <source>Update Deskbell on this computer.</source>
        <translation>Aktualisieren Sie Deskbell auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be read.</source>
        <translation>Die Antwort des Servers war nicht lesbar.</translation>
    </message>
    <message>
        <source>User name or password is not right.</source>
        <translation>Benutzername oder Passwort stimmt nicht.</translation>
    </message>
    <message>
        <source>Mind capital letters and the keyboard layout.</source>
        <translation>Achten Sie auf Großbuchstaben und die Tastaturbelegung.</translation>
    </message>
    <message>
        <source>This account is blocked.</source>
        <translation>Dieses Konto ist gesperrt.</translation>
    </message>
    <message>
        <source>Ask your administrator.</source>
        <translation>Fragen Sie Ihren Administrator.</translation>
    </message>
    <message>
        <source>This account has not been approved yet.</source>
        <translation>Dieses Konto ist noch nicht freigegeben.</translation>
    </message>
    <message>
        <source>This account is not in use any more.</source>
        <translation>Dieses Konto ist nicht mehr in Gebrauch.</translation>
    </message>
    <message>
        <source>This is the last administrator, and there must be one.</source>
        <translation>Das ist der letzte Administrator, und einen muss es geben.</translation>
    </message>
    <message>
        <source>Make somebody else an administrator first.</source>
        <translation>Machen Sie zuerst jemand anderen zum Administrator.</translation>
    </message>
    <message>
        <source>Nobody can give a right that they do not hold.</source>
        <translation>Niemand kann ein Recht vergeben, das er nicht hat.</translation>
    </message>
    <message>
        <source>Built-in roles cannot be changed.</source>
        <translation>Eingebaute Rollen können nicht geändert werden.</translation>
    </message>
    <message>
        <source>Somebody still holds this role.</source>
        <translation>Jemand hat diese Rolle noch.</translation>
    </message>
    <message>
        <source>Take it from everybody first.</source>
        <translation>Nehmen Sie sie zuerst allen.</translation>
    </message>
    <message>
        <source>There is a role of this name already.</source>
        <translation>Eine Rolle dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>There were too many failed attempts to sign in.</source>
        <translation>Zu viele Anmeldungen sind fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Wait a moment before you try again.</source>
        <translation>Warten Sie einen Augenblick, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>You are not signed in.</source>
        <translation>Sie sind nicht angemeldet.</translation>
    </message>
    <message>
        <source>Sign in and try again.</source>
        <translation>Melden Sie sich an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Your session has ended.</source>
        <translation>Ihre Sitzung ist beendet.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>No session is remembered on this computer.</source>
        <translation>Auf diesem Rechner ist keine Anmeldung gemerkt.</translation>
    </message>
    <message>
        <source>Sign in with your password.</source>
        <translation>Melden Sie sich mit Ihrem Passwort an.</translation>
    </message>
    <message>
        <source>This computer has no keychain that is open.</source>
        <translation>Auf diesem Rechner ist kein Schlüsselbund geöffnet.</translation>
    </message>
    <message>
        <source>You stay signed in until you close Deskbell; then it asks for the password again.</source>
        <translation>Sie bleiben angemeldet, bis Sie Deskbell schließen; dann wird wieder nach dem Passwort gefragt.</translation>
    </message>
    <message>
        <source>The keychain refused access.</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert.</translation>
    </message>
    <message>
        <source>This user name is taken.</source>
        <translation>Dieser Benutzername ist vergeben.</translation>
    </message>
    <message>
        <source>There is an account with this e-mail address already.</source>
        <translation>Ein Konto mit dieser E-Mail-Adresse gibt es schon.</translation>
    </message>
    <message>
        <source>Sign in with it, or use another address.</source>
        <translation>Melden Sie sich damit an, oder nehmen Sie eine andere Adresse.</translation>
    </message>
    <message>
        <source>The ticket cannot go to this status from where it is now.</source>
        <translation>Das Ticket kann von seinem jetzigen Status aus nicht dorthin.</translation>
    </message>
    <message>
        <source>Choose one of the statuses offered now.</source>
        <translation>Wählen Sie einen der jetzt angebotenen Status.</translation>
    </message>
    <message>
        <source>The same change was sent before with other content.</source>
        <translation>Dieselbe Änderung wurde schon mit anderem Inhalt gesendet.</translation>
    </message>
    <message>
        <source>Look whether it is there already, then try again.</source>
        <translation>Sehen Sie nach, ob sie schon da ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The file is larger than the server accepts.</source>
        <translation>Die Datei ist größer, als der Server annimmt.</translation>
    </message>
    <message>
        <source>The server does not accept files of this type.</source>
        <translation>Der Server nimmt Dateien dieser Art nicht an.</translation>
    </message>
    <message>
        <source>The upload has expired.</source>
        <translation>Das Hochladen ist abgelaufen.</translation>
    </message>
    <message>
        <source>Attach the file again.</source>
        <translation>Hängen Sie die Datei noch einmal an.</translation>
    </message>
    <message>
        <source>The server has no space left.</source>
        <translation>Der Server hat keinen Platz mehr.</translation>
    </message>
    <message>
        <source>Tell your administrator.</source>
        <translation>Sagen Sie Ihrem Administrator Bescheid.</translation>
    </message>
    <message>
        <source>The file %file% could not be read.</source>
        <translation>Die Datei %file% konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check whether it is still there and you may read it.</source>
        <translation>Prüfen Sie, ob sie noch da ist und Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>The file %file% changed while it was sent.</source>
        <translation>Die Datei %file% hat sich beim Senden geändert.</translation>
    </message>
    <message>
        <source>Attach it again.</source>
        <translation>Hängen Sie sie noch einmal an.</translation>
    </message>
    <message>
        <source>The file %file% could not be written.</source>
        <translation>Die Datei %file% konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check the free space and whether you may write there.</source>
        <translation>Prüfen Sie den freien Platz und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>The server did not understand the request.</source>
        <translation>Der Server hat die Anfrage nicht verstanden.</translation>
    </message>
    <message>
        <source>Perhaps Deskbell needs an update on this computer.</source>
        <translation>Vielleicht muss Deskbell auf diesem Rechner aktualisiert werden.</translation>
    </message>
    <message>
        <source>You do not have the right to do this.</source>
        <translation>Dazu haben Sie nicht das Recht.</translation>
    </message>
    <message>
        <source>Ask your administrator if you need it.</source>
        <translation>Fragen Sie Ihren Administrator, wenn Sie es brauchen.</translation>
    </message>
    <message>
        <source>It is not there any more, or you may not see it.</source>
        <translation>Es ist nicht mehr da, oder Sie dürfen es nicht sehen.</translation>
    </message>
    <message>
        <source>The server does not offer this.</source>
        <translation>Der Server bietet das nicht an.</translation>
    </message>
    <message>
        <source>This is not possible in the present state.</source>
        <translation>Das ist im jetzigen Zustand nicht möglich.</translation>
    </message>
    <message>
        <source>Look at the current state, then decide anew.</source>
        <translation>Sehen Sie sich den jetzigen Stand an und entscheiden Sie dann neu.</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>Es ist abgelaufen.</translation>
    </message>
    <message>
        <source>Somebody else changed it in the meantime.</source>
        <translation>Jemand anderes hat es inzwischen geändert.</translation>
    </message>
    <message>
        <source>It is larger than the server accepts.</source>
        <translation>Es ist größer, als der Server annimmt.</translation>
    </message>
    <message>
        <source>The file on the server is shorter than expected.</source>
        <translation>Die Datei auf dem Server ist kürzer als erwartet.</translation>
    </message>
    <message>
        <source>Something in the input is not right.</source>
        <translation>Etwas an der Eingabe stimmt nicht.</translation>
    </message>
    <message>
        <source>Correct the marked fields.</source>
        <translation>Berichtigen Sie die markierten Felder.</translation>
    </message>
    <message>
        <source>Somebody else is working on it.</source>
        <translation>Jemand anderes arbeitet gerade daran.</translation>
    </message>
    <message>
        <source>There were too many attempts.</source>
        <translation>Es waren zu viele Versuche.</translation>
    </message>
    <message>
        <source>The server made a mistake.</source>
        <translation>Dem Server ist ein Fehler unterlaufen.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, tell your administrator the number %requestId%.</source>
        <translation>Versuchen Sie es noch einmal. Bleibt es dabei, nennen Sie Ihrem Administrator die Nummer %requestId%.</translation>
    </message>
    <message>
        <source>The server is busy at the moment.</source>
        <translation>Der Server ist gerade ausgelastet.</translation>
    </message>
    <message>
        <source>The answer did not come in time.</source>
        <translation>Die Antwort kam nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Das wird gebraucht.</translation>
    </message>
    <message>
        <source>At least %min% characters are needed.</source>
        <translation>Mindestens %min% Zeichen sind nötig.</translation>
    </message>
    <message>
        <source>At most %max% characters are possible.</source>
        <translation>Höchstens %max% Zeichen sind möglich.</translation>
    </message>
    <message>
        <source>At most %max% are possible.</source>
        <translation>Höchstens %max% sind möglich.</translation>
    </message>
    <message>
        <source>The number must be between %min% and %max%.</source>
        <translation>Die Zahl muss zwischen %min% und %max% liegen.</translation>
    </message>
    <message>
        <source>This value is not among the possible ones.</source>
        <translation>Dieser Wert ist nicht unter den möglichen.</translation>
    </message>
    <message>
        <source>The server does not know this field.</source>
        <translation>Der Server kennt dieses Feld nicht.</translation>
    </message>
    <message>
        <source>This kind of value does not fit here.</source>
        <translation>Diese Art von Wert passt hier nicht.</translation>
    </message>
    <message>
        <source>This cannot be accepted.</source>
        <translation>Das kann nicht angenommen werden.</translation>
    </message>
    <message>
        <source>This is in use already.</source>
        <translation>Das ist schon vergeben.</translation>
    </message>
    <message>
        <source>This does not exist.</source>
        <translation>Das gibt es nicht.</translation>
    </message>
    <message>
        <source>This contains a character that cannot be stored.</source>
        <translation>Das enthält ein Zeichen, das nicht gespeichert werden kann.</translation>
    </message>
    <message>
        <source>At least one capital letter is needed.</source>
        <translation>Mindestens ein Großbuchstabe ist nötig.</translation>
    </message>
    <message>
        <source>At least one small letter is needed.</source>
        <translation>Mindestens ein Kleinbuchstabe ist nötig.</translation>
    </message>
    <message>
        <source>At least one digit is needed.</source>
        <translation>Mindestens eine Ziffer ist nötig.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Versuchen Sie es in %n Sekunde noch einmal.</numerusform>
            <numerusform>Versuchen Sie es in %n Sekunden noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a workflow with this key already.</source>
        <translation>Es gibt schon einen Ablauf mit diesem Schlüssel.</translation>
    </message>
    <message>
        <source>Give it another key.</source>
        <translation>Geben Sie ihm einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>A desk uses this workflow.</source>
        <translation>Ein Service-Desk verwendet diesen Ablauf.</translation>
    </message>
    <message>
        <source>Give the desk another one first.</source>
        <translation>Geben Sie dem Service-Desk zuerst einen anderen.</translation>
    </message>
    <message>
        <source>Workflows that ship can be changed, not removed.</source>
        <translation>Mitgelieferte Abläufe können geändert, aber nicht entfernt werden.</translation>
    </message>
    <message>
        <source>This stays as it was made.</source>
        <translation>Das bleibt, wie es angelegt wurde.</translation>
    </message>
    <message>
        <source>There is no status to start in.</source>
        <translation>Es gibt keinen Status zum Anfangen.</translation>
    </message>
    <message>
        <source>There is more than one status to start in.</source>
        <translation>Es gibt mehr als einen Status zum Anfangen.</translation>
    </message>
    <message>
        <source>No way leads here from the start.</source>
        <translation>Vom Anfang führt kein Weg hierher.</translation>
    </message>
    <message>
        <source>No way leads from here to an end.</source>
        <translation>Von hier führt kein Weg zu einem Ende.</translation>
    </message>
    <message>
        <source>It leads to where it begins.</source>
        <translation>Er führt dorthin, wo er beginnt.</translation>
    </message>
    <message>
        <source>The workflow has no status %status%.</source>
        <translation>Der Ablauf hat keinen Status %status%.</translation>
    </message>
    <message>
        <source>There is no role %role%.</source>
        <translation>Es gibt keine Rolle %role%.</translation>
    </message>
    <message>
        <source>%tickets% tickets would be stranded.</source>
        <translation>%tickets% Tickets blieben hängen.</translation>
    </message>
    <message>
        <source>The ticket is in no step that can be escalated.</source>
        <translation>Das Ticket ist in keinem Schritt, der eskaliert werden kann.</translation>
    </message>
    <message>
        <source>Transfer it instead.</source>
        <translation>Geben Sie es stattdessen weiter.</translation>
    </message>
    <message>
        <source>The ticket was escalated to this role before.</source>
        <translation>Das Ticket wurde an diese Rolle schon einmal eskaliert.</translation>
    </message>
    <message>
        <source>Nothing is to be approved here any more.</source>
        <translation>Hier ist nichts mehr freizugeben.</translation>
    </message>
    <message>
        <source>You are not asked for this decision, or have made it.</source>
        <translation>Sie sind um diese Entscheidung nicht gebeten oder haben sie schon getroffen.</translation>
    </message>
    <message>
        <source>The workflow asks for an approval that the desk does not know.</source>
        <translation>Der Ablauf verlangt eine Freigabe, die der Desk nicht kennt.</translation>
    </message>
    <message>
        <source>The desk has an approval template of this name already.</source>
        <translation>Der Desk hat schon eine Freigabevorlage mit diesem Namen.</translation>
    </message>
    <message>
        <source>The desk has had an approval template of this key.</source>
        <translation>Der Desk hatte schon eine Freigabevorlage mit diesem Schlüssel.</translation>
    </message>
    <message>
        <source>Requests would lose their approval without it.</source>
        <translation>Anfragen würden ohne sie ihre Freigabe verlieren.</translation>
    </message>
    <message>
        <source>Take it from the desk, its categories and open tickets first.</source>
        <translation>Nehmen Sie sie zuerst vom Desk, seinen Kategorien und offenen Tickets.</translation>
    </message>
    <message>
        <source>This person stands in for you during a part of that time already.</source>
        <translation>Diese Person vertritt Sie in einem Teil dieser Zeit schon.</translation>
    </message>
    <message>
        <source>They may see the ticket already.</source>
        <translation>Sie dürfen das Ticket schon sehen.</translation>
    </message>
    <message>
        <source>Somebody has decided on this request already.</source>
        <translation>Über diesen Antrag hat schon jemand entschieden.</translation>
    </message>
    <message>
        <source>This cannot be you.</source>
        <translation>Das können nicht Sie selbst sein.</translation>
    </message>
    <message>
        <source>This time is over.</source>
        <translation>Diese Zeit ist vorbei.</translation>
    </message>
    <message>
        <source>The end must come after the start.</source>
        <translation>Das Ende muss nach dem Anfang liegen.</translation>
    </message>
    <message>
        <source>This person may not approve on this desk.</source>
        <translation>Diese Person darf auf diesem Desk nicht freigeben.</translation>
    </message>
    <message>
        <source>Nobody approves what they have asked for.</source>
        <translation>Niemand gibt frei, worum er selbst gebeten hat.</translation>
    </message>
    <message>
        <source>There is, or was, a desk with this key.</source>
        <translation>Es gibt oder gab einen Desk mit diesem Schlüssel.</translation>
    </message>
    <message>
        <source>The desk has tickets.</source>
        <translation>Der Desk hat Tickets.</translation>
    </message>
    <message>
        <source>A desk with tickets cannot be deleted.</source>
        <translation>Ein Desk mit Tickets kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>The desk has a category of this name already.</source>
        <translation>Der Desk hat schon eine Kategorie mit diesem Namen.</translation>
    </message>
    <message>
        <source>The desk has a team of this name already.</source>
        <translation>Der Desk hat schon ein Team mit diesem Namen.</translation>
    </message>
    <message>
        <source>The team has open tickets.</source>
        <translation>Das Team hat offene Tickets.</translation>
    </message>
    <message>
        <source>Give them to somebody else first.</source>
        <translation>Geben Sie sie zuerst jemand anderem.</translation>
    </message>
    <message>
        <source>There is a tag of this name already.</source>
        <translation>Es gibt schon ein Schlagwort mit diesem Namen.</translation>
    </message>
    <message>
        <source>There is an organisation of this name already.</source>
        <translation>Es gibt schon eine Organisation mit diesem Namen.</translation>
    </message>
    <message>
        <source>The desk has a ticket template of this name already.</source>
        <translation>Der Desk hat schon eine Ticketvorlage mit diesem Namen.</translation>
    </message>
    <message>
        <source>What you have typed could not be kept as a draft on this computer. Do not close the window before it is sent.</source>
        <translation>Was Sie geschrieben haben, konnte auf diesem Computer nicht als Entwurf aufgehoben werden. Schließen Sie das Fenster nicht, bevor es gesendet ist.</translation>
    </message>
    <message>
        <source>The desk has a calendar of this name already.</source>
        <translation>Der Desk hat schon einen Kalender dieses Namens.</translation>
    </message>
    <message>
        <source>A service level goes by this calendar.</source>
        <translation>Eine Servicezeit richtet sich nach diesem Kalender.</translation>
    </message>
    <message>
        <source>Give the service level another calendar first.</source>
        <translation>Bitte der Servicezeit zuerst einen anderen Kalender geben.</translation>
    </message>
    <message>
        <source>The desk has a service level of this name already.</source>
        <translation>Der Desk hat schon eine Servicezeit dieses Namens.</translation>
    </message>
    <message>
        <source>The desk has a service level for this category and priority already.</source>
        <translation>Der Desk hat schon eine Servicezeit für diese Kategorie und Priorität.</translation>
    </message>
    <message>
        <source>Some of these hours overlap.</source>
        <translation>Einige dieser Zeiten überschneiden sich.</translation>
    </message>
    <message>
        <source>%displayName% is answering this ticket.</source>
        <translation>%displayName% beantwortet dieses Ticket gerade.</translation>
    </message>
    <message>
        <source>Wait a moment, or say why you answer all the same.</source>
        <translation>Warten Sie einen Moment, oder sagen Sie, warum Sie trotzdem antworten.</translation>
    </message>
    <message>
        <source>What is shown on the desktop is in the list, too.</source>
        <translation>Was auf dem Desktop erscheint, steht auch in der Liste.</translation>
    </message>
    <message>
        <source>The ticket was changed since.</source>
        <translation>Das Ticket wurde seitdem geändert.</translation>
    </message>
    <message>
        <source>Look at it, and change what is wrong by hand.</source>
        <translation>Sehen Sie es an und ändern Sie von Hand, was nicht stimmt.</translation>
    </message>
    <message>
        <source>It was too long ago to be undone.</source>
        <translation>Es ist zu lange her, um es zurückzunehmen.</translation>
    </message>
    <message>
        <source>Change what is wrong by hand.</source>
        <translation>Ändern Sie von Hand, was nicht stimmt.</translation>
    </message>
    <message>
        <source>A step or an approval has begun or ended because of it.</source>
        <translation>Dadurch hat ein Schritt oder eine Freigabe begonnen oder geendet.</translation>
    </message>
    <message>
        <source>Take the next step of the workflow from here.</source>
        <translation>Gehen Sie von hier den nächsten Schritt des Ablaufs.</translation>
    </message>
    <message>
        <source>Different people asked for them, and each would read what the other one wrote.</source>
        <translation>Sie sind von verschiedenen Personen, und jede läse, was die andere geschrieben hat.</translation>
    </message>
    <message>
        <source>Link the tickets instead.</source>
        <translation>Verknüpfen Sie die Tickets stattdessen.</translation>
    </message>
    <message>
        <source>One of them is restricted, and others may see it than the other one.</source>
        <translation>Eines von ihnen ist eingeschränkt, und andere dürfen es sehen als das andere.</translation>
    </message>
    <message>
        <source>Let the same people see both, or link the tickets.</source>
        <translation>Lassen Sie dieselben Personen beide sehen, oder verknüpfen Sie die Tickets.</translation>
    </message>
    <message>
        <source>An approval of the ticket is under way.</source>
        <translation>Eine Freigabe des Tickets läuft.</translation>
    </message>
    <message>
        <source>Wait for it to end, or call it off.</source>
        <translation>Warten Sie, bis sie endet, oder sagen Sie sie ab.</translation>
    </message>
    <message>
        <source>One of the tickets was merged already.</source>
        <translation>Eines der Tickets wurde schon zusammengeführt.</translation>
    </message>
    <message>
        <source>Go on with the ticket that it was merged into.</source>
        <translation>Machen Sie mit dem Ticket weiter, in das es überführt wurde.</translation>
    </message>
    <message>
        <source>The ticket is not merged any more.</source>
        <translation>Das Ticket ist nicht mehr zusammengeführt.</translation>
    </message>
    <message>
        <source>The ticket is not split off any more.</source>
        <translation>Das Ticket ist nicht mehr abgetrennt.</translation>
    </message>
    <message>
        <source>The operation is over already.</source>
        <translation>Der Vorgang ist schon vorbei.</translation>
    </message>
    <message>
        <source>The operation has begun already.</source>
        <translation>Der Vorgang hat schon begonnen.</translation>
    </message>
    <message>
        <source>There is nothing of the operation to be undone.</source>
        <translation>Von dem Vorgang gibt es nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>You have as many views as one can have.</source>
        <translation>Sie haben so viele Ansichten, wie man haben kann.</translation>
    </message>
    <message>
        <source>Remove one that you need no more.</source>
        <translation>Entfernen Sie eine, die Sie nicht mehr brauchen.</translation>
    </message>
    <message>
        <source>There is no field “%value%”. Put the words in quotes to look for them.</source>
        <translation>Es gibt kein Feld „%value%“. Setzen Sie die Wörter in Anführungszeichen, um nach ihnen zu suchen.</translation>
    </message>
    <message>
        <source>Say what “%value%:” shall be.</source>
        <translation>Sagen Sie, was „%value%:“ sein soll.</translation>
    </message>
    <message>
        <source>“%value%” is not among the possible values.</source>
        <translation>„%value%“ ist keiner der möglichen Werte.</translation>
    </message>
    <message>
        <source>“%value%” is no time. Write 2026-11-27, 2026-11, &gt;2026-11-01, today or 7d.</source>
        <translation>„%value%“ ist keine Zeit. Schreiben Sie 2026-11-27, 2026-11, &gt;2026-11-01, today oder 7d.</translation>
    </message>
    <message>
        <source>“%value%” is no age. Write 12h, 3d, 2w, 6m or 1y.</source>
        <translation>„%value%“ ist kein Alter. Schreiben Sie 12h, 3d, 2w, 6m oder 1y.</translation>
    </message>
    <message>
        <source>“%value%” is no ticket number. Write HD-1042 or 1042.</source>
        <translation>„%value%“ ist keine Ticketnummer. Schreiben Sie HD-1042 oder 1042.</translation>
    </message>
    <message>
        <source>The closing quote is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>That is too much to look for at once.</source>
        <translation>Das ist zu viel auf einmal.</translation>
    </message>
    <message>
        <source>This is the same ticket.</source>
        <translation>Das ist dasselbe Ticket.</translation>
    </message>
    <message>
        <source>These tickets are linked already.</source>
        <translation>Diese Tickets sind schon verknüpft.</translation>
    </message>
    <message>
        <source>It is a part of another ticket already.</source>
        <translation>Es ist schon Teil eines anderen Tickets.</translation>
    </message>
    <message>
        <source>The other one is a part of this ticket already.</source>
        <translation>Das andere ist schon Teil dieses Tickets.</translation>
    </message>
    <message>
        <source>It may have arrived when it was sent, more than a day ago.</source>
        <translation>Sie ist vielleicht angekommen, als sie vor mehr als einem Tag gesendet wurde.</translation>
    </message>
    <message>
        <source>See in the ticket whether it is there.</source>
        <translation>Sehen Sie im Ticket nach, ob sie da ist.</translation>
    </message>
    <message>
        <source>You have as many canned replies as one can have.</source>
        <translation>Sie haben so viele Textbausteine, wie man haben kann.</translation>
    </message>
    <message>
        <source>Delete one that you do not use.</source>
        <translation>Löschen Sie einen, den Sie nicht benutzen.</translation>
    </message>
    <message>
        <source>There is a canned reply of this name already.</source>
        <translation>Einen Textbaustein dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no variable “%variable%”.</source>
        <translation>Eine Variable „%variable%“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The checklist is as long as one can be.</source>
        <translation>Die Checkliste ist so lang, wie eine sein kann.</translation>
    </message>
    <message>
        <source>Remove what is done.</source>
        <translation>Entfernen Sie, was erledigt ist.</translation>
    </message>
    <message>
        <source>The ticket has as many times as one can have.</source>
        <translation>Das Ticket hat so viele Zeiten, wie eines haben kann.</translation>
    </message>
    <message>
        <source>Put some of them together.</source>
        <translation>Fassen Sie einige davon zusammen.</translation>
    </message>
</context>
<context>
    <name>EventText</name>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>The system</source>
        <translation>Das System</translation>
    </message>
    <message>
        <source>%1 released the ticket</source>
        <translation>%1 hat das Ticket freigegeben</translation>
    </message>
    <message>
        <source>%1 took the ticket</source>
        <translation>%1 hat das Ticket übernommen</translation>
    </message>
    <message>
        <source>%1 assigned the ticket to %2</source>
        <translation>%1 hat das Ticket %2 zugewiesen</translation>
    </message>
    <message>
        <source>%1 reassigned the ticket: %2</source>
        <translation>%1 hat das Ticket neu zugewiesen: %2</translation>
    </message>
    <message>
        <source>%1 changed the fields</source>
        <translation>%1 hat die Felder geändert</translation>
    </message>
    <message>
        <source>%1 transferred the ticket to %2</source>
        <translation>%1 hat das Ticket an %2 weitergegeben</translation>
    </message>
    <message>
        <source>%1 opened the ticket</source>
        <translation>%1 hat das Ticket eröffnet</translation>
    </message>
    <message>
        <source>%1 changed the team: %2</source>
        <translation>%1 hat das Team geändert: %2</translation>
    </message>
    <message>
        <source>%1 changed the priority: %2</source>
        <translation>%1 hat die Priorität geändert: %2</translation>
    </message>
    <message>
        <source>%1 changed the category: %2</source>
        <translation>%1 hat die Kategorie geändert: %2</translation>
    </message>
    <message>
        <source>%1 changed the title: %2</source>
        <translation>%1 hat den Titel geändert: %2</translation>
    </message>
    <message>
        <source>%1 changed the description</source>
        <translation>%1 hat die Beschreibung geändert</translation>
    </message>
    <message>
        <source>%1 changed the requester: %2</source>
        <translation>%1 hat den Anfragenden geändert: %2</translation>
    </message>
    <message>
        <source>%1 changed the tags: %2</source>
        <translation>%1 hat die Schlagwörter geändert: %2</translation>
    </message>
    <message>
        <source>%1 changed the due date: %2</source>
        <translation>%1 hat den Fälligkeitstag geändert: %2</translation>
    </message>
    <message>
        <source>%1 changed who may see the ticket</source>
        <translation>%1 hat geändert, wer das Ticket sehen darf</translation>
    </message>
    <message>
        <source>%1 attached %2</source>
        <translation>%1 hat %2 angehängt</translation>
    </message>
    <message>
        <source>%1 removed the file %2</source>
        <translation>%1 hat die Datei %2 entfernt</translation>
    </message>
    <message>
        <source>%1 deleted the ticket</source>
        <translation>%1 hat das Ticket gelöscht</translation>
    </message>
    <message>
        <source>%1 restored the ticket</source>
        <translation>%1 hat das Ticket wiederhergestellt</translation>
    </message>
    <message>
        <source>%1 worked on the ticket</source>
        <translation>%1 hat am Ticket gearbeitet</translation>
    </message>
    <message>
        <source>%1 escalated the ticket. %2</source>
        <translation>%1 hat das Ticket eskaliert. %2</translation>
    </message>
    <message>
        <source>%1 escalated the ticket to %2 (%3)</source>
        <translation>%1 hat das Ticket an %2 eskaliert (%3)</translation>
    </message>
    <message>
        <source>%1 approved for %2: %3</source>
        <translation>%1 hat für %2 zugestimmt: %3</translation>
    </message>
    <message>
        <source>%1 rejected for %2: %3</source>
        <translation>%1 hat für %2 abgelehnt: %3</translation>
    </message>
    <message>
        <source>%1 approved: %2</source>
        <translation>%1 hat zugestimmt: %2</translation>
    </message>
    <message>
        <source>%1 rejected: %2</source>
        <translation>%1 hat abgelehnt: %2</translation>
    </message>
    <message>
        <source>Approved: %1</source>
        <translation>Freigegeben: %1</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Nobody decided in time: %1</source>
        <translation>Niemand hat rechtzeitig entschieden: %1</translation>
    </message>
    <message>
        <source>Approval called off: %1</source>
        <translation>Freigabe abgebrochen: %1</translation>
    </message>
    <message>
        <source>there is nobody to ask</source>
        <translation>es gibt niemanden, der gefragt werden kann</translation>
    </message>
    <message>
        <source>somebody who is asked cannot decide</source>
        <translation>jemand, der gefragt ist, kann nicht entscheiden</translation>
    </message>
    <message>
        <source>too few are left who can decide</source>
        <translation>zu wenige können noch entscheiden</translation>
    </message>
    <message>
        <source>%1 asked %2 to approve, too</source>
        <translation>%1 hat auch %2 um Zustimmung gebeten</translation>
    </message>
    <message>
        <source>%1 asked %2 to approve in place of %3</source>
        <translation>%1 hat %2 anstelle von %3 um Zustimmung gebeten</translation>
    </message>
    <message>
        <source>%1 changed who has to approve: %2</source>
        <translation>%1 hat geändert, wer zustimmen muss: %2</translation>
    </message>
    <message>
        <source>%1 asked for approval: %2</source>
        <translation>%1 hat um Freigabe gebeten: %2</translation>
    </message>
    <message>
        <source>Step approved: %1</source>
        <translation>Schritt genehmigt: %1</translation>
    </message>
    <message>
        <source>The approval is stuck at %1: %2</source>
        <translation>Die Freigabe hängt bei %1: %2</translation>
    </message>
    <message>
        <source>Reminder: %1 waits for a decision</source>
        <translation>Erinnerung: %1 wartet auf eine Entscheidung</translation>
    </message>
    <message>
        <source>%1 let %2 see the ticket</source>
        <translation>%1 lässt %2 das Ticket sehen</translation>
    </message>
    <message>
        <source>%1 no longer lets %2 see the ticket</source>
        <translation>%1 lässt %2 das Ticket nicht mehr sehen</translation>
    </message>
    <message>
        <source>It is the turn of %1 (%2)</source>
        <translation>An der Reihe ist %1 (%2)</translation>
    </message>
    <message>
        <source>%1 rated the ticket: %2 of 5</source>
        <translation>%1 hat das Ticket bewertet: %2 von 5</translation>
    </message>
    <message>
        <source>a promised time is over</source>
        <translation>eine zugesagte Zeit ist abgelaufen</translation>
    </message>
    <message>
        <source>%1: little time is left · %2</source>
        <translation>%1: die Zeit wird knapp · %2</translation>
    </message>
    <message>
        <source>%1: the time is over · %2</source>
        <translation>%1: die Zeit ist abgelaufen · %2</translation>
    </message>
    <message>
        <source>%1 merged the ticket into %2</source>
        <translation>%1 hat das Ticket in %2 überführt</translation>
    </message>
    <message>
        <source>%1 merged %2 into this ticket</source>
        <translation>%1 hat %2 in dieses Ticket überführt</translation>
    </message>
    <message>
        <source>%1 undid the merge into %2</source>
        <translation>%1 hat die Überführung in %2 zurückgenommen</translation>
    </message>
    <message>
        <source>%1 undid the merge of %2</source>
        <translation>%1 hat die Überführung von %2 zurückgenommen</translation>
    </message>
    <message>
        <source>%1 split off %2</source>
        <translation>%1 hat %2 abgetrennt</translation>
    </message>
    <message>
        <source>%1 split this ticket off from %2</source>
        <translation>%1 hat dieses Ticket von %2 abgetrennt</translation>
    </message>
    <message>
        <source>%1 took %2 back</source>
        <translation>%1 hat %2 zurückgeholt</translation>
    </message>
    <message>
        <source>%1 gave this back to %2</source>
        <translation>%1 hat dies an %2 zurückgegeben</translation>
    </message>
    <message>
        <source>%1 linked %2</source>
        <translation>%1 hat %2 verknüpft</translation>
    </message>
    <message>
        <source>%1 removed the link with %2</source>
        <translation>%1 hat die Verknüpfung mit %2 entfernt</translation>
    </message>
    <message>
        <source>%1 spent %2</source>
        <translation>%1 hat %2 aufgewendet</translation>
    </message>
    <message>
        <source>%1 spent %2: %3</source>
        <translation>%1 hat %2 aufgewendet: %3</translation>
    </message>
    <message>
        <source>%1 ticked “%2”</source>
        <translation>%1 hat „%2“ abgehakt</translation>
    </message>
    <message>
        <source>%1 took the tick from “%2”</source>
        <translation>%1 hat den Haken von „%2“ entfernt</translation>
    </message>
    <message>
        <source>Trigger “%1”</source>
        <translation>Auslöser „%1“</translation>
    </message>
    <message>
        <source>Will be closed on %1 unless somebody answers</source>
        <translation>Wird am %1 geschlossen, wenn niemand antwortet</translation>
    </message>
</context>
<context>
    <name>FindCompletion</name>
    <message>
        <source>not done yet</source>
        <translation>noch nicht erledigt</translation>
    </message>
    <message>
        <source>resolved or closed</source>
        <translation>gelöst oder geschlossen</translation>
    </message>
    <message>
        <source>waiting for the requester</source>
        <translation>wartet auf den Anfragenden</translation>
    </message>
    <message>
        <source>past its due time</source>
        <translation>über der Frist</translation>
    </message>
    <message>
        <source>somebody has it</source>
        <translation>jemand hat es</translation>
    </message>
    <message>
        <source>nobody has it</source>
        <translation>niemand hat es</translation>
    </message>
    <message>
        <source>not for everybody’s eyes</source>
        <translation>nicht für alle sichtbar</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source>a reply</source>
        <translation>eine Antwort</translation>
    </message>
    <message>
        <source>an internal note</source>
        <translation>eine interne Notiz</translation>
    </message>
    <message>
        <source>a due time</source>
        <translation>eine Frist</translation>
    </message>
    <message>
        <source>a tag</source>
        <translation>ein Schlagwort</translation>
    </message>
    <message>
        <source>a team</source>
        <translation>ein Team</translation>
    </message>
    <message>
        <source>yourself</source>
        <translation>Sie selbst</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>your teams</source>
        <translation>Ihre Teams</translation>
    </message>
    <message>
        <source>no team</source>
        <translation>kein Team</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>ein Tag</translation>
    </message>
    <message>
        <source>three days</source>
        <translation>drei Tage</translation>
    </message>
    <message>
        <source>two weeks</source>
        <translation>zwei Wochen</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>ein Monat</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>within seven days</source>
        <translation>innerhalb von sieben Tagen</translation>
    </message>
    <message>
        <source>the last seven days</source>
        <translation>die letzten sieben Tage</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>how far it is</source>
        <translation>wie weit es ist</translation>
    </message>
    <message>
        <source>how urgent it is</source>
        <translation>wie dringend es ist</translation>
    </message>
    <message>
        <source>key or name of a desk</source>
        <translation>Kürzel oder Name eines Desks</translation>
    </message>
    <message>
        <source>what it is about</source>
        <translation>worum es geht</translation>
    </message>
    <message>
        <source>whose team it is with</source>
        <translation>bei welchem Team es ist</translation>
    </message>
    <message>
        <source>who has it</source>
        <translation>wer es hat</translation>
    </message>
    <message>
        <source>who asked for it</source>
        <translation>wer es angefragt hat</translation>
    </message>
    <message>
        <source>one of its tags</source>
        <translation>eines seiner Schlagwörter</translation>
    </message>
    <message>
        <source>number, such as HD-1042</source>
        <translation>Nummer, etwa HD-1042</translation>
    </message>
    <message>
        <source>day, month or span: 2026-11, 7d</source>
        <translation>Tag, Monat oder Spanne: 2026-11, 7d</translation>
    </message>
    <message>
        <source>when it changed last</source>
        <translation>wann es sich zuletzt geändert hat</translation>
    </message>
    <message>
        <source>when it was closed</source>
        <translation>wann es geschlossen wurde</translation>
    </message>
    <message>
        <source>when it is due</source>
        <translation>wann es fällig ist</translation>
    </message>
    <message>
        <source>made longer ago than: 3d, 2w</source>
        <translation>älter als: 3d, 2w</translation>
    </message>
    <message>
        <source>made within the last: 3d, 2w</source>
        <translation>jünger als: 3d, 2w</translation>
    </message>
    <message>
        <source>open, overdue, unassigned…</source>
        <translation>open, overdue, unassigned…</translation>
    </message>
    <message>
        <source>attachment, reply, note…</source>
        <translation>attachment, reply, note…</translation>
    </message>
    <message>
        <source>you follow it</source>
        <translation>Sie beobachten es</translation>
    </message>
    <message>
        <source>with time left</source>
        <translation>mit Zeit übrig</translation>
    </message>
    <message>
        <source>with little time left</source>
        <translation>mit wenig Zeit übrig</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>zu spät</translation>
    </message>
    <message>
        <source>its clock stands still</source>
        <translation>ihre Uhr steht still</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>eingehalten</translation>
    </message>
    <message>
        <source>how its service level stands</source>
        <translation>wie es um ihren Service-Level steht</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>LinkText</name>
    <message>
        <source>Related</source>
        <translation>Verwandt</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Teil von</translation>
    </message>
    <message>
        <source>Has as a part</source>
        <translation>Hat als Teil</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>Überführt in</translation>
    </message>
    <message>
        <source>Merged from</source>
        <translation>Überführt aus</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Abtrennen</translation>
    </message>
    <message>
        <source>Split from</source>
        <translation>Abgetrennt von</translation>
    </message>
</context>
<context>
    <name>Macro</name>
    <message>
        <source>The account is gone.</source>
        <translation>Das Konto gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>%1 Nothing of the macro “%2” was done.</source>
        <translation>%1 Vom Makro „%2“ wurde nichts ausgeführt.</translation>
    </message>
</context>
<context>
    <name>Markdown</name>
    <message>
        <source>Image:</source>
        <translation>Bild:</translation>
    </message>
</context>
<context>
    <name>NotificationKind</name>
    <message>
        <source>I am asked to approve something</source>
        <translation>Ich soll etwas genehmigen</translation>
    </message>
    <message>
        <source>Nobody can decide on an approval</source>
        <translation>Niemand kann über eine Genehmigung entscheiden</translation>
    </message>
    <message>
        <source>Somebody asks to see a restricted ticket</source>
        <translation>Jemand möchte ein eingeschränktes Ticket sehen</translation>
    </message>
    <message>
        <source>Somebody mentions me</source>
        <translation>Jemand erwähnt mich</translation>
    </message>
    <message>
        <source>A ticket is assigned to me</source>
        <translation>Ein Ticket wird mir zugewiesen</translation>
    </message>
    <message>
        <source>What I asked for is approved or refused</source>
        <translation>Mein Antrag wird genehmigt oder abgelehnt</translation>
    </message>
    <message>
        <source>A request is made in my name</source>
        <translation>In meinem Namen wird etwas angefragt</translation>
    </message>
    <message>
        <source>Somebody adds me to the watchers of a ticket</source>
        <translation>Jemand lässt mich einem Ticket folgen</translation>
    </message>
    <message>
        <source>The workflow says that I should know</source>
        <translation>Der Ablauf sagt, dass ich es wissen soll</translation>
    </message>
    <message>
        <source>A ticket of mine, or one I watch, is answered</source>
        <translation>Ein Ticket von mir oder eines, dem ich folge, wird beantwortet</translation>
    </message>
    <message>
        <source>Somebody adds a note to a ticket of mine</source>
        <translation>Jemand schreibt eine Notiz zu einem Ticket von mir</translation>
    </message>
    <message>
        <source>A service level of a ticket of mine is missed</source>
        <translation>Die Servicezeit eines Tickets von mir ist verfehlt</translation>
    </message>
    <message>
        <source>A service level of a ticket of mine is about to be missed</source>
        <translation>Die Servicezeit eines Tickets von mir droht verfehlt zu werden</translation>
    </message>
    <message>
        <source>The status of a ticket of mine changes</source>
        <translation>Der Status eines Tickets von mir ändert sich</translation>
    </message>
    <message>
        <source>Something else changes in a ticket I watch</source>
        <translation>Etwas anderes ändert sich an einem Ticket, dem ich folge</translation>
    </message>
    <message>
        <source>A ticket of mine is about to be closed</source>
        <translation>Ein Ticket von mir wird bald geschlossen</translation>
    </message>
</context>
<context>
    <name>NotificationText</name>
    <message>
        <source>The system</source>
        <translation>Das System</translation>
    </message>
    <message>
        <source>You are asked to approve</source>
        <translation>Sie sollen genehmigen</translation>
    </message>
    <message>
        <source>A service level was missed</source>
        <translation>Die Servicezeit wurde verfehlt</translation>
    </message>
    <message>
        <source>A service level is about to be missed</source>
        <translation>Die Servicezeit droht verfehlt zu werden</translation>
    </message>
    <message>
        <source>Nobody can decide on the approval</source>
        <translation>Niemand kann über die Genehmigung entscheiden</translation>
    </message>
    <message>
        <source>%1 asks to see the ticket</source>
        <translation>%1 möchte das Ticket sehen</translation>
    </message>
    <message>
        <source>%1 mentioned you in a note</source>
        <translation>%1 hat Sie in einer Notiz erwähnt</translation>
    </message>
    <message>
        <source>%1 mentioned you</source>
        <translation>%1 hat Sie erwähnt</translation>
    </message>
    <message>
        <source>%1 assigned it to you</source>
        <translation>%1 hat es Ihnen zugewiesen</translation>
    </message>
    <message>
        <source>The approval was decided on</source>
        <translation>Über die Genehmigung ist entschieden</translation>
    </message>
    <message>
        <source>%1 made a request in your name</source>
        <translation>%1 hat in Ihrem Namen etwas angefragt</translation>
    </message>
    <message>
        <source>%1 added you to the watchers</source>
        <translation>%1 lässt Sie dem Ticket folgen</translation>
    </message>
    <message>
        <source>%1 changed the status</source>
        <translation>%1 hat den Status geändert</translation>
    </message>
    <message>
        <source>Now “%1”</source>
        <translation>Jetzt „%1“</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 hat geantwortet</translation>
    </message>
    <message>
        <source>%1 added a note</source>
        <translation>%1 hat eine Notiz hinzugefügt</translation>
    </message>
    <message>
        <source>%1 changed something</source>
        <translation>%1 hat etwas geändert</translation>
    </message>
    <message>
        <source>It is about to be closed</source>
        <translation>Wird bald geschlossen</translation>
    </message>
</context>
<context>
    <name>OrganisationsPage</name>
    <message>
        <source>Organisations</source>
        <translation>Organisationen</translation>
    </message>
</context>
<context>
    <name>PeopleMenu</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Nobody works for this desk yet</source>
        <translation>Für diesen Desk arbeitet noch niemand</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
</context>
<context>
    <name>Permission</name>
    <message>
        <source>Create tickets for oneself</source>
        <translation>Tickets für sich selbst eröffnen</translation>
    </message>
    <message>
        <source>Create tickets on behalf of somebody else</source>
        <translation>Tickets für andere eröffnen</translation>
    </message>
    <message>
        <source>See the tickets one has created or requested</source>
        <translation>Tickets sehen, die man eröffnet oder erbeten hat</translation>
    </message>
    <message>
        <source>See the tickets of one&apos;s own teams</source>
        <translation>Tickets der eigenen Teams sehen</translation>
    </message>
    <message>
        <source>See every ticket of the desk that is not restricted</source>
        <translation>Jedes nicht vertrauliche Ticket des Desks sehen</translation>
    </message>
    <message>
        <source>See restricted tickets, too</source>
        <translation>Auch vertrauliche Tickets sehen</translation>
    </message>
    <message>
        <source>Edit and answer one&apos;s own tickets and change their priority</source>
        <translation>Eigene Tickets bearbeiten, beantworten und ihre Priorität ändern</translation>
    </message>
    <message>
        <source>Edit every ticket one can see</source>
        <translation>Jedes sichtbare Ticket bearbeiten</translation>
    </message>
    <message>
        <source>Reply as staff</source>
        <translation>Als Mitarbeiter antworten</translation>
    </message>
    <message>
        <source>Read and write internal notes</source>
        <translation>Interne Notizen lesen und schreiben</translation>
    </message>
    <message>
        <source>Take tickets and assign them</source>
        <translation>Tickets übernehmen und zuweisen</translation>
    </message>
    <message>
        <source>Transfer tickets to other people and teams</source>
        <translation>Tickets an andere Personen und Teams weitergeben</translation>
    </message>
    <message>
        <source>Change the status of tickets</source>
        <translation>Den Status von Tickets ändern</translation>
    </message>
    <message>
        <source>Close tickets</source>
        <translation>Tickets schließen</translation>
    </message>
    <message>
        <source>Reopen closed tickets</source>
        <translation>Geschlossene Tickets wieder öffnen</translation>
    </message>
    <message>
        <source>Delete tickets</source>
        <translation>Tickets löschen</translation>
    </message>
    <message>
        <source>See deleted tickets and restore them</source>
        <translation>Gelöschte Tickets sehen und wiederherstellen</translation>
    </message>
    <message>
        <source>Merge and split tickets</source>
        <translation>Tickets zusammenführen und teilen</translation>
    </message>
    <message>
        <source>Change many tickets at once</source>
        <translation>Viele Tickets auf einmal ändern</translation>
    </message>
    <message>
        <source>Export tickets</source>
        <translation>Tickets exportieren</translation>
    </message>
    <message>
        <source>Edit and delete one&apos;s own replies and notes</source>
        <translation>Eigene Antworten und Notizen bearbeiten und löschen</translation>
    </message>
    <message>
        <source>Edit everybody&apos;s replies and notes</source>
        <translation>Antworten und Notizen aller bearbeiten</translation>
    </message>
    <message>
        <source>Delete everybody&apos;s replies and notes</source>
        <translation>Antworten und Notizen aller löschen</translation>
    </message>
    <message>
        <source>Approve and reject what one is asked for</source>
        <translation>Genehmigen und ablehnen, worum man gebeten wird</translation>
    </message>
    <message>
        <source>Manage approval templates and processes</source>
        <translation>Freigabesvorlagen und -vorgänge verwalten</translation>
    </message>
    <message>
        <source>See people and their names</source>
        <translation>Personen und ihre Namen sehen</translation>
    </message>
    <message>
        <source>Create, change, block and remove accounts</source>
        <translation>Konten anlegen, ändern, sperren und entfernen</translation>
    </message>
    <message>
        <source>Create, change and remove roles</source>
        <translation>Rollen anlegen, ändern und entfernen</translation>
    </message>
    <message>
        <source>Create, change and remove teams</source>
        <translation>Teams anlegen, ändern und entfernen</translation>
    </message>
    <message>
        <source>Create, change and remove desks</source>
        <translation>Desks anlegen, ändern und entfernen</translation>
    </message>
    <message>
        <source>Create and change workflows</source>
        <translation>Abläufe anlegen und ändern</translation>
    </message>
    <message>
        <source>Create, change and remove categories and tags</source>
        <translation>Kategorien und Schlagwörter anlegen, ändern und entfernen</translation>
    </message>
    <message>
        <source>Manage service levels and calendars</source>
        <translation>Zusagen und Kalender verwalten</translation>
    </message>
    <message>
        <source>Manage canned replies for everybody</source>
        <translation>Textbausteine für alle verwalten</translation>
    </message>
    <message>
        <source>See dashboards and reports</source>
        <translation>Übersichten und Berichte sehen</translation>
    </message>
    <message>
        <source>See the activity log</source>
        <translation>Das Aktivitätsprotokoll sehen</translation>
    </message>
    <message>
        <source>Verify, export and prune the activity log</source>
        <translation>Das Aktivitätsprotokoll prüfen, exportieren und kürzen</translation>
    </message>
    <message>
        <source>Change the settings of the server</source>
        <translation>Die Einstellungen des Servers ändern</translation>
    </message>
    <message>
        <source>Back up, restore and operate the server</source>
        <translation>Den Server sichern, wiederherstellen und betreiben</translation>
    </message>
</context>
<context>
    <name>PermissionText</name>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Replies and notes</source>
        <translation>Antworten und Notizen</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigabeen</translation>
    </message>
    <message>
        <source>People and roles</source>
        <translation>Personen und Rollen</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>Desks</translation>
    </message>
    <message>
        <source>Reports and log</source>
        <translation>Berichte und Protokoll</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>RequestWords</name>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht abgeschickt</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>Nicht freigegeben</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Wartet auf Freigabe</translation>
    </message>
    <message>
        <source>We have received it</source>
        <translation>Bei uns eingegangen</translation>
    </message>
    <message>
        <source>Somebody is working on it</source>
        <translation>Jemand arbeitet daran</translation>
    </message>
    <message>
        <source>We have answered you</source>
        <translation>Wir haben Ihnen geantwortet</translation>
    </message>
    <message>
        <source>Waiting for your answer</source>
        <translation>Wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>It has to rest for now</source>
        <translation>Muss vorerst ruhen</translation>
    </message>
    <message>
        <source>Solved: please confirm</source>
        <translation>Gelöst: bitte bestätigen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>You have withdrawn it</source>
        <translation>Von Ihnen zurückgezogen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 takes care of it.</source>
        <translation>%1 kümmert sich darum.</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Yes, it is solved</source>
        <translation>Ja, es ist gelöst</translation>
    </message>
    <message>
        <source>It is not solved yet</source>
        <translation>Es ist noch nicht gelöst</translation>
    </message>
    <message>
        <source>%1 took care of it.</source>
        <translation>%1 hat sich darum gekümmert.</translation>
    </message>
</context>
<context>
    <name>RolesPage</name>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
</context>
<context>
    <name>SlaPoliciesPage</name>
    <message>
        <source>Service levels</source>
        <translation>Servicezeiten</translation>
    </message>
</context>
<context>
    <name>SlaText</name>
    <message>
        <source>paused %1 as a draft</source>
        <translation>%1 Pause als Entwurf</translation>
    </message>
    <message>
        <source>paused %1 for approval</source>
        <translation>%1 Pause während der Freigabe</translation>
    </message>
    <message>
        <source>paused %1 while waiting</source>
        <translation>%1 Pause beim Warten</translation>
    </message>
    <message>
        <source>paused %1 on hold</source>
        <translation>%1 Pause beim Zurückstellen</translation>
    </message>
    <message>
        <source>paused %1 while done</source>
        <translation>%1 Pause nach der Erledigung</translation>
    </message>
    <message>
        <source>reply overdue by %1</source>
        <translation>Antwort überfällig seit %1</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation>überfällig seit %1</translation>
    </message>
    <message>
        <source>reply due %1</source>
        <translation>Antwort fällig %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>Erste Antwort</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Lösung</translation>
    </message>
    <message numerus="yes">
        <source>%n business hour(s)</source>
        <translation>
            <numerusform>%n Geschäftsstunde</numerusform>
            <numerusform>%n Geschäftsstunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of business time</source>
        <translation>%1 Geschäftszeit</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>answered %1 late</source>
        <translation>%1 zu spät beantwortet</translation>
    </message>
    <message>
        <source>done %1 late</source>
        <translation>%1 zu spät erledigt</translation>
    </message>
    <message>
        <source>answered in time</source>
        <translation>rechtzeitig beantwortet</translation>
    </message>
    <message>
        <source>done in time</source>
        <translation>rechtzeitig erledigt</translation>
    </message>
    <message>
        <source>paused, %1 left</source>
        <translation>pausiert, %1 übrig</translation>
    </message>
    <message>
        <source>overdue since %1</source>
        <translation>überfällig seit %1</translation>
    </message>
    <message>
        <source>due in more than a century</source>
        <translation>fällig in mehr als hundert Jahren</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1: %2, the time runs</source>
        <translation>%1: %2, die Zeit läuft</translation>
    </message>
    <message>
        <source>%1: %2, the time rests</source>
        <translation>%1: %2, die Zeit ruht</translation>
    </message>
    <message>
        <source>%1: %2, %3 of business time counted</source>
        <translation>%1: %2, %3 Geschäftszeit gezählt</translation>
    </message>
    <message>
        <source>%1: %2, %3 of business time not counted</source>
        <translation>%1: %2, %3 Geschäftszeit nicht gezählt</translation>
    </message>
    <message>
        <source>By the clocks of %1</source>
        <translation>Nach den Uhren von %1</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>all priorities</source>
        <translation>alle Prioritäten</translation>
    </message>
</context>
<context>
    <name>TicketColumns</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragender</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
</context>
<context>
    <name>TicketText</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Waiting for approval</source>
        <translation>Wartet auf Freigabe</translation>
    </message>
    <message>
        <source>Waiting for requester</source>
        <translation>Wartet auf Anfragenden</translation>
    </message>
    <message>
        <source>Waiting for response</source>
        <translation>Wartet auf Antwort</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Awaiting user info</source>
        <translation>Wartet auf Angaben</translation>
    </message>
    <message>
        <source>Awaiting problem</source>
        <translation>Wartet auf Problemlösung</translation>
    </message>
    <message>
        <source>Awaiting vendor</source>
        <translation>Wartet auf Hersteller</translation>
    </message>
    <message>
        <source>Awaiting evidence</source>
        <translation>Wartet auf Belege</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>In approval</source>
        <translation>In Freigabe</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragender</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Bearbeiter</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>Priorität %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>zugewiesen an %1</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Procurement</source>
        <translation>Beschaffung</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Auslieferung</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Abgeschlossen</translation>
    </message>
    <message>
        <source>Nobody holds the role %1</source>
        <translation>Niemand hat die Rolle %1</translation>
    </message>
    <message>
        <source>Everybody with the role %1 is away</source>
        <translation>Alle mit der Rolle %1 sind abwesend</translation>
    </message>
    <message>
        <source>Waits to be taken or assigned</source>
        <translation>Wartet darauf, übernommen oder zugewiesen zu werden</translation>
    </message>
    <message>
        <source>Nobody in the team %1 takes tickets</source>
        <translation>Niemand im Team %1 übernimmt Tickets</translation>
    </message>
    <message>
        <source>Everybody in the team %1 is away</source>
        <translation>Alle im Team %1 sind abwesend</translation>
    </message>
    <message>
        <source>Back to open</source>
        <translation>Zurück auf offen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Continue work</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Mark as answered</source>
        <translation>Als beantwortet kennzeichnen</translation>
    </message>
    <message>
        <source>Pass to assessment</source>
        <translation>An die Prüfung geben</translation>
    </message>
    <message>
        <source>Pass to delivery</source>
        <translation>An die Lieferung geben</translation>
    </message>
    <message>
        <source>Pass to procurement</source>
        <translation>An die Beschaffung geben</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Revise</source>
        <translation>Überarbeiten</translation>
    </message>
    <message>
        <source>Send back to assessment</source>
        <translation>Zurück an die Prüfung</translation>
    </message>
    <message>
        <source>Send back to intake</source>
        <translation>Zurück an die Annahme</translation>
    </message>
    <message>
        <source>Start work</source>
        <translation>Arbeit beginnen</translation>
    </message>
    <message>
        <source>Submit for approval</source>
        <translation>Zur Freigabe einreichen</translation>
    </message>
    <message>
        <source>Wait for requester</source>
        <translation>Auf den Anfragenden warten</translation>
    </message>
    <message>
        <source>Wait for response</source>
        <translation>Auf Antwort warten</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Somebody with the role %1 is being chosen</source>
        <translation>Jemand mit der Rolle %1 wird gerade bestimmt</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>Nächste Fälligkeit</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Allem</translation>
    </message>
    <message>
        <source>Only answers</source>
        <translation>Nur Antworten</translation>
    </message>
    <message>
        <source>Nothing, whatever happens</source>
        <translation>Nichts, was auch geschieht</translation>
    </message>
    <message>
        <source>Reply:</source>
        <translation>Antwort:</translation>
    </message>
    <message>
        <source>Internal note:</source>
        <translation>Interne Notiz:</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Datei:</translation>
    </message>
    <message>
        <source>Relevance</source>
        <translation>Relevanz</translation>
    </message>
</context>
<context>
    <name>TicketViews</name>
    <message>
        <source>My open</source>
        <translation>Meine offenen</translation>
    </message>
    <message>
        <source>Waiting on requester</source>
        <translation>Wartet auf Anfragende</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>My requests</source>
        <translation>Meine Anfragen</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugewiesen</translation>
    </message>
    <message>
        <source>My team</source>
        <translation>Mein Team</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>Alle offenen</translation>
    </message>
    <message>
        <source>Recently closed</source>
        <translation>Kürzlich geschlossen</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Alle Tickets</translation>
    </message>
</context>
<context>
    <name>TicketsPage</name>
    <message>
        <source>&amp;New ticket</source>
        <translation>&amp;Neues Ticket</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>%1 min</source>
        <translation>%1 Min.</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 Std.</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T.</translation>
    </message>
    <message>
        <source>%1 wk</source>
        <translation>%1 Wo.</translation>
    </message>
    <message>
        <source>MMM d</source>
        <comment>short date without year, as in QLocale::toString()</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T. %2 Std.</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1:%2 Std.</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>morgen %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
</context>
<context>
    <name>WorkflowGraph</name>
    <message>
        <source>start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
</context>
<context>
    <name>WorkflowText</name>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>who may</source>
        <translation>wer darf</translation>
    </message>
    <message>
        <source>requires</source>
        <translation>verlangt</translation>
    </message>
    <message>
        <source>effects</source>
        <translation>Wirkungen</translation>
    </message>
    <message>
        <source>when</source>
        <translation>wann</translation>
    </message>
    <message>
        <source>leads to</source>
        <translation>führt nach</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>instructions</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>Eskalation</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>The workflow</source>
        <translation>Der Ablauf</translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>Transition %1 → %2</source>
        <translation>Übergang %1 → %2</translation>
    </message>
    <message>
        <source>Automatic transition %1 → %2</source>
        <translation>Automatischer Übergang %1 → %2</translation>
    </message>
    <message>
        <source>Step of %1</source>
        <translation>Schritt von %1</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Bearbeiter</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragender</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Zuständiger</translation>
    </message>
    <message>
        <source>Creator</source>
        <translation>Ersteller</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>Freigebender</translation>
    </message>
    <message numerus="yes">
        <source>%1 within %n day(s)</source>
        <translation>
            <numerusform>%1 innerhalb von %n Tag</numerusform>
            <numerusform>%1 innerhalb von %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Somebody assigned</source>
        <translation>Jemand zuständig</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Lösung</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>Approval %1</source>
        <translation>Freigabe %1</translation>
    </message>
    <message>
        <source>Staff opens it</source>
        <translation>Bearbeiter öffnet es</translation>
    </message>
    <message>
        <source>Staff replies</source>
        <translation>Bearbeiter antwortet</translation>
    </message>
    <message>
        <source>The requester replies</source>
        <translation>Anfragender antwortet</translation>
    </message>
    <message>
        <source>It is approved</source>
        <translation>Es wird genehmigt</translation>
    </message>
    <message>
        <source>Approval is refused</source>
        <translation>Freigabe wird verweigert</translation>
    </message>
    <message>
        <source>Time has passed</source>
        <translation>Zeit ist vergangen</translation>
    </message>
    <message numerus="yes">
        <source>After %n business hour(s)</source>
        <translation>
            <numerusform>Nach %n Geschäftsstunde</numerusform>
            <numerusform>Nach %n Geschäftsstunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Assign by</source>
        <translation>Zuweisen nach</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>Benachrichtigen</translation>
    </message>
    <message>
        <source>Set field</source>
        <translation>Feld setzen</translation>
    </message>
    <message>
        <source>Start approval</source>
        <translation>Freigabe beginnen</translation>
    </message>
    <message>
        <source>Cancel approval</source>
        <translation>Freigabe abbrechen</translation>
    </message>
    <message>
        <source>%1 is new</source>
        <translation>%1 ist neu</translation>
    </message>
    <message>
        <source>%1 is removed</source>
        <translation>%1 ist entfernt</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The status is gone</source>
        <translation>Der Status ist weg</translation>
    </message>
    <message>
        <source>Nobody could take it on from there</source>
        <translation>Niemand könnte es von dort weiterbringen</translation>
    </message>
    <message>
        <source>hours of warning</source>
        <translation>Stunden der Vorwarnung</translation>
    </message>
</context>
<context>
    <name>WorkflowsPage</name>
    <message>
        <source>Workflows</source>
        <translation>Abläufe</translation>
    </message>
</context>
</TS>
