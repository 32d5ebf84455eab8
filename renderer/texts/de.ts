import { alertBoardDe } from './alert-board-de.ts'
import { alertCatalogueDe } from './alert-catalogue-de.ts'
import { alertsDe } from './alerts-de.ts'
import { alertReleaseDe } from './alert-release-de.ts'
import { alertWarningsDe } from './alert-warnings-de.ts'
import { errorsDe } from './errors-de.ts'
import { servicesDe } from './services-de.ts'
import { editingDe } from './editing-de.ts'
import { lettersAdminDe } from './letters-admin-de.ts'
import { letterBlocksDe } from './letter-blocks-de.ts'
import { savedViewsDe } from './saved-views-de.ts'
import { vaccinationsDe } from './vaccinations-de.ts'
import { vaccinationCertificateDe } from './vaccination-certificate-de.ts'
import { vaccinationExchangeDe } from './vaccination-exchange-de.ts'
import { vaccinationPlanningDe } from './vaccination-planning-de.ts'
import { vaccinationRecordsDe } from './vaccination-records-de.ts'
import { vaccinationRetentionDe } from './vaccination-retention-de.ts'
import { vaccinationTicketDe } from './vaccination-ticket-de.ts'
import { workDe } from './work-de.ts'
import { letterDe } from './letter-de.ts'
import { filesDe } from './files-de.ts'
import { captureDe } from './capture-de.ts'
import { deputiesDe } from './deputies-de.ts'
import { staffCommandsDe, staffDe, staffDoneDe } from './staff-de.ts'
import { reportsDe } from './reports-de.ts'
import { suggestionsDe } from './suggestions-de.ts'
import { portalLinkDe } from './portal-link-de.ts'
import { serviceExchangeDe } from './service-exchange-de.ts'
import { townSetupDe } from './town-setup-de.ts'
import { auditDe } from './audit-de.ts'
import { privacyDe } from './privacy-de.ts'
import { protectionDe } from './protection-de.ts'
import { dueDe } from './due-de.ts'
import { appointmentsDe } from './appointments-de.ts'
import { calendarDe } from './calendar-de.ts'
import { counterDe } from './counter-de.ts'
import { calendarFilesDe } from './calendar-files-de.ts'
import { bookingDe } from './booking-de.ts'
import { displayDe } from './display-de.ts'
import { hoursDe } from './hours-de.ts'
import { statisticsDe } from './statistics-de.ts'
import { peopleDe } from './people-de.ts'
import { inboxDe } from './message-inbox-de.ts'
import { hallsDe } from './halls-de.ts'
import { serviceCardsDe } from './service-card-de.ts'
import { noticeCaseDe } from './notice-case-de.ts'
import { noticeCorrectDe } from './notice-correct-de.ts'
import { noticeSettingsDe } from './notice-settings-de.ts'
import { noticesDe } from './notices-de.ts'
import { noticeClockDe } from './notice-clock-de.ts'
import { noticeConsentsDe } from './notice-consents-de.ts'
import { noticeDeliveriesDe } from './notice-deliveries-de.ts'
import { noticeImportDe } from './notice-import-de.ts'
import { bulkDe } from './bulk-de.ts'
import { helpDe, tourDe } from './help-de.ts'
import { helpPagesDe } from './help-pages-de.ts'
import { diagnosisDe } from './diagnosis-de.ts'

/** Every sentence a person can see, in German; `en.ts` has the same keys. */
export const de = {
  app: { name: 'Rathaus Desk', town: 'Rathaus {{town}}' },
  languages: { de: 'Deutsch', en: 'English' },
  common: {
    cancel: 'Abbrechen', close: 'Schließen', copied: 'Kopiert', loading: 'Wird geladen …', none: '–',
    yes: 'Ja', no: 'Nein', notGiven: 'keine Angabe', apply: 'Übernehmen',
    tryAgain: 'Erneut versuchen', remove: '{{what}} entfernen',
  },
  skip: { toContent: 'Zum Inhalt springen' },
  regions: { header: 'Kopfzeile', navigation: 'Bereiche', content: 'Inhalt', decision: 'Entscheidung', notices: 'Hinweise' },
  connection: {
    interrupted: 'Verbindung zum Programm unterbrochen.',
    interruptedMeaning: 'Sie wird von selbst wieder aufgenommen. Was Sie bereits gespeichert haben, ist sicher.',
    refused: 'Diese Seite darf nicht mit dem Programm sprechen.',
    refusedMeaning: 'Die Adresse gilt nur einmal und nur auf diesem Rechner. Öffnen Sie Rathaus Desk noch einmal über das Programmsymbol.',
    connecting: 'Das Programm wird gestartet …',
    notSaved: 'Nicht gespeichert: Die Verbindung zum Programm ist unterbrochen. Ihr Text bleibt stehen.',
  },
  clock: { ahead: 'Die Uhr dieses Rechners geht {{duration}} vor.', behind: 'Die Uhr dieses Rechners geht {{duration}} nach.', meaning: 'Uhrzeiten, Fristen und „heute“ auf dem Bildschirm stimmen so nicht.', wayOut: 'Stellen Sie Datum und Uhrzeit, oder bitten Sie die Systemverwaltung darum.' },
  session: {
    welcome: 'Guten Tag.', intro: 'Melden Sie sich mit Ihrem Dienstkonto an.', signIn: 'Anmelden',
    signingIn: 'Anmeldung läuft', signingInHint: 'Die Anmeldung geht im Fenster Ihres Browsers weiter. Danach kommen Sie von selbst hierher zurück.',
    startAgain: 'Anmeldung neu beginnen',
    afreshTitle: 'Mit neuem Schlüssel beginnen',
    afreshIntro: 'Die Vorgänge werden neu geladen. Was hier noch nicht übertragen war, bleibt unlesbar auf dem Gerät; retten kann es nur die Systemverwaltung.',
    afresh: 'Neu beginnen und anmelden',
    offlineTitle: 'Ohne Netz weiterarbeiten',
    offlineIntro: '{{name}}, mit Ihrer PIN öffnen Sie diesen Arbeitsplatz auch ohne Verbindung, längstens bis {{until}}.',
    lockedTitle: 'Arbeitsplatz gesperrt', lockedIntro: '{{name}}, geben Sie Ihre PIN ein, um weiterzuarbeiten. Nichts ist verloren gegangen.',
    lockedNoPin: '{{name}}, melden Sie sich wieder an, um weiterzuarbeiten. Nichts ist verloren gegangen.',
    pin: 'PIN', unlock: 'Entsperren', attemptsLeft_one: 'Noch ein Versuch, danach ist nur noch die Anmeldung möglich.',
    attemptsLeft_other: 'Noch {{count}} Versuche.',
    noAttempts: {
      happened: 'Die PIN wurde fünfmal falsch eingegeben.', meaning: 'Sie öffnet diesen Arbeitsplatz nicht mehr. Nichts ist verloren gegangen: Ihre Arbeit bleibt hier verschlüsselt gespeichert.',
      todo: 'Melden Sie sich mit Ihrem Dienstkonto an; dafür braucht es eine Verbindung. Danach können Sie eine neue PIN festlegen.',
    },
    otherSignIn: 'Stattdessen anmelden', keyInFile: 'Vorführbetrieb: Der Schlüssel liegt in einer Datei statt im Schlüsselbund. Bitte keine echten Daten eingeben.',
    setPinTitle: 'PIN festlegen', setPinIntro: 'Mit der PIN entsperren Sie diesen Arbeitsplatz, auch ohne Netz. Mindestens 6 Zeichen, keine Reihen wie 123456.',
    newPin: 'Neue PIN', repeatPin: 'PIN wiederholen', pinsDiffer: 'Die beiden Eingaben stimmen nicht überein.', pinSaved: 'Die PIN ist festgelegt.',
  },
  load: {
    title: 'Vorgänge werden geladen', intro: 'Beim ersten Mal holt dieser Arbeitsplatz alle Vorgänge Ihrer Ämter. Danach öffnet er sie sofort, auch ohne Netz.',
    progress: '{{rows}} von etwa {{estimate}} Einträgen', label: 'Fortschritt', offline: 'Gerade besteht keine Verbindung. Es geht von selbst weiter, sobald das Netz wieder da ist.',
    problem: 'Der Arbeitsplatz kann nicht geöffnet werden', waiting: 'Der Arbeitsplatz wird vorbereitet …',
  },
  frame: {
    pages: 'Rathaus',
    applications: 'Vorgänge', search: 'Suchen und Befehle',
    account: 'Konto von {{name}}', inPlaceOf: 'auch in Vertretung',
  },
  pages: { messages: 'Nachrichten', day: 'Mein Tag', calendar: 'Kalender', counter: 'Schalter', hours: 'Öffnungszeiten', people: 'Personen', halls: 'Räume und Häuser', 'service-cards': 'Dienstausweise', vaccination: 'Impfung', 'vaccination-records': 'Impfnachweise', 'vaccination-planning': 'Impfplanung', notices: 'Bescheide', 'notice-settings': 'Recht der Bescheide', alerts: 'Meldungen', 'alert-catalogue': 'Themen und Vorlagen', capture: 'Antrag aufnehmen', services: 'Leistungen', letters: 'Briefe', reports: 'Auswertung', suggestions: 'Vorschläge', deputies: 'Vertretungen', staff: 'Personen und Rechte', rights: 'Wer darf was', 'portal-link': 'Portalanbindung', 'town-setup': 'Einrichtung', audit: 'Protokoll', protection: 'Datenschutz-Überblick', privacy: 'Datenschutz', diagnosis: 'Diagnose öffnen' },
  roles: { clerk: 'Sachbearbeitung', lead: 'Teamleitung', physician: 'Ärztlicher Dienst', officer: 'Warnbeauftragte', administrator: 'Verwaltung des Systems', 'data-protection-officer': 'Datenschutz' },
  views: { all: 'Alle', mine: 'Meine', unassigned: 'Nicht zugewiesen', 'to-release': 'Zur Freigabe', overdue: 'Überfällig', waiting: 'Warten auf Antwort', unread: 'Neue Nachrichten', team: 'Mein Amt', 'follow-up': 'Wiedervorlagen', mentioned: 'Erwähnungen', attention: 'Klärung nötig' },
  viewHints: {
    all: 'Alle Vorgänge Ihrer Ämter', mine: 'Vorgänge, die Sie bearbeiten', unassigned: 'Eingegangen, noch von niemandem übernommen',
    'to-release': 'Vorgeschlagene Entscheidungen', overdue: 'Frist der Bearbeitung überschritten',
    waiting: 'Etwas ist nachgefordert, die Frist ruht', unread: 'Antworten, die noch niemand gelesen hat',
    team: 'Alles Offene in Ihren Ämtern', 'follow-up': 'Der Tag ist da, oder die Antwort, auf die gewartet wurde', mentioned: 'Kommentare, in denen Sie genannt sind',
    attention: 'Vorgänge, an denen eine Ihrer Änderungen nicht angenommen wurde',
  },
  account: {
    setPin: 'PIN festlegen …', changePin: 'PIN ändern …', lock: 'Sperren', signOut: 'Abmelden', language: 'Sprache', theme: 'Darstellung',
    light: 'Hell', dark: 'Dunkel', system: 'Wie das System', shortcuts: 'Tastenkürzel …', help: 'Hilfe …',
    signOutPendingTitle: 'Noch nicht alles übertragen',
    signOutPending_one: 'Eine Änderung ist auf diesem Arbeitsplatz gespeichert, aber noch nicht übertragen. Sie bleibt sicher gespeichert und wird übertragen, sobald Sie sich hier wieder anmelden.',
    signOutPending_other: '{{count}} Änderungen sind auf diesem Arbeitsplatz gespeichert, aber noch nicht übertragen. Sie bleiben sicher gespeichert und werden übertragen, sobald Sie sich hier wieder anmelden.',
    signOutAnyway: 'Trotzdem abmelden',
  },
  transfer: {
    online: 'Verbunden', connecting: 'Verbindung wird aufgebaut', offline: 'Ohne Verbindung', allDone: 'Alles übertragen',
    waiting_one: '1 Änderung noch nicht übertragen', waiting_other: '{{count}} Änderungen noch nicht übertragen', waitingShort: '{{count}} offen, älteste {{age}}',
    title: 'Stand der Übertragung', onlineMeaning: 'Änderungen gehen sofort an alle Arbeitsplätze.',
    connectingMeaning: 'Sie können weiterarbeiten. Was Sie speichern, wird danach übertragen.',
    offlineMeaning: 'Sie können weiterarbeiten. Alles wird hier gespeichert und übertragen, sobald das Netz wieder da ist.',
    since: 'seit {{time}}', lastSync: 'Letzter Abgleich {{time}}', neverSynced: 'Noch kein Abgleich', empty: 'Es wartet nichts auf die Übertragung.',
    list: 'Gespeichert, noch nicht übertragen', attempts_one: '1 Versuch', attempts_other: '{{count}} Versuche', openCase: 'Vorgang öffnen',
  },
  attention: {
    button: 'Klärung nötig', count_one: '1 Änderung braucht Ihre Klärung', count_other: '{{count}} Änderungen brauchen Ihre Klärung',
    previous: 'Vorige Klärung', next: 'Nächste Klärung',
    title: 'Klärung nötig', empty: 'Es gibt nichts zu klären.', of: '{{index}} von {{count}}', happened: 'Was ist passiert?', meaning: 'Was bedeutet das?', todo: 'Was können Sie tun?',
    yourText: 'Ihr Text', copyText: 'Text kopieren', differences: 'Was sich geändert hat', field: 'Angabe', seen: 'Als Sie es bearbeitet haben', now: 'Jetzt', mine: 'Ihre Änderung', untouched: 'unverändert', goOn: 'Im Vorgang weiterbearbeiten', goOnHint: 'Ihr Text steht dann wieder in den Feldern des Vorgangs.',
    redo: 'Noch einmal anwenden', redoHint: 'Sendet dieselbe Eingabe noch einmal, jetzt auf dem neuen Stand.', dismiss: 'Zur Kenntnis nehmen',
    dismissHint: 'Die Änderung wird nicht ausgeführt. Ihr Text geht dabei verloren, wenn Sie ihn nicht vorher kopieren.', openCase: 'Vorgang ansehen',
    redone: 'Noch einmal gespeichert. Sie sehen gleich, ob es jetzt angenommen wird.', dismissed: 'Zur Kenntnis genommen.', command: '„{{name}}“ vom {{time}}',
  },
  commands: {
    views: { save: 'Ansicht speichern', change: 'Ansicht ändern', delete: 'Ansicht löschen' },
    preferences: { set: 'Einstellung merken' },
    applications: {
      claim: 'Übernehmen', release: 'Zurücklegen', propose: 'Entscheidung vorschlagen', approve: 'Freigeben', return: 'Zurückgeben', reject: 'Vorschlag ablehnen', note: 'Vermerk', capture: 'Antrag aufnehmen',
      ask: 'Nachfordern', resume: 'Unterlagen vollständig', extend: 'Frist verlängern', certify: 'Bescheinigung nach § 42a ausstellen',
      link: 'Vorgang zuordnen', unlink: 'Zuordnung aufheben', merge: 'Vorgänge zusammenführen', unmerge: 'Zusammenführung aufheben', 'hand-over': 'An ein anderes Amt abgeben', reopen: 'Vorgang wieder aufnehmen',
      assign: 'Zuweisen', 'follow-up': 'Wiedervorlage', tag: 'Schlagwörter', close: 'Beenden', exported: 'Liste ausgeben',
      'add-file': 'Datei hinzufügen', 'turn-file': 'Datei drehen', 'note-on-file': 'Anmerkung', 'remove-file-note': 'Anmerkung entfernen',
    },
    services: { 'begin-draft': 'Leistung: Entwurf beginnen', 'save-draft': 'Leistung: Entwurf speichern', 'discard-draft': 'Leistung: Entwurf verwerfen', publish: 'Leistung veröffentlichen', withdraw: 'Leistung zurückziehen', offer: 'Leistung wieder anbieten' },
    letters: { 'begin-draft': 'Vorlage: Entwurf beginnen', 'save-draft': 'Vorlage: Entwurf speichern', 'discard-draft': 'Vorlage: Entwurf verwerfen', publish: 'Vorlage veröffentlichen', withdraw: 'Vorlage zurückziehen', offer: 'Vorlage wieder in Gebrauch nehmen', 'set-letterhead': 'Briefkopf ändern', 'set-block': 'Textbaustein ändern', 'switch-block': 'Textbaustein in Gebrauch nehmen oder zurückziehen' },
    notices: {
      'enter-consent': 'Zustimmung zum Postfach eintragen', 'withdraw-consent': 'Zustimmung zum Postfach widerrufen',
      'set-kind': 'Bescheidart ändern', 'set-law': 'Fassung eines Gesetzes eintragen', 'take-out-law': 'Fassung eines Gesetzes herausnehmen', 'begin-run': 'Bescheidlauf beginnen', 'add-rows': 'Bescheide aufnehmen', mend: 'Bescheid berichtigen', 'leave-out': 'Bescheid zurückhalten', 'take-in': 'Bescheid wieder aufnehmen',
      submit: 'Lauf zur Freigabe geben', return: 'Lauf zurückgeben', release: 'Lauf freigeben', 'take-back': 'Freigabe zurücknehmen', pause: 'Versand anhalten', resume: 'Versand fortsetzen', cancel: 'Lauf beenden',
      repeat: 'Fehlgeschlagenes wiederholen', 'choose-way': 'Versandweg wählen', printed: 'Hier Gedrucktes eintragen', booked: 'Sollstellung ausgeben', record: 'Eintrag zu einem Bescheid', correct: 'Berichtigung vorbereiten', 'send-again': 'An neue Anschrift vorbereiten',
    },
    comments: { add: 'Kommentar' },
    tasks: { add: 'Aufgabe anlegen', finish: 'Aufgabe erledigen', reopen: 'Aufgabe wieder aufnehmen' },
    messages: { send: 'Nachricht an den Bürger', 'mark-read': 'Als gelesen kennzeichnen', ...inboxDe.commands },
    reports: { 'set-person-figures': 'Zahlen je Person' },
    appointments: { book: 'Termin buchen', 'walk-in': 'Ohne Termin aufnehmen', move: 'Termin verschieben', 'change-person': 'Angaben zum Termin ändern', cancel: 'Termin absagen', call: 'Aufrufen', step: 'Schritt am Schalter', redirect: 'Weiterleiten', 'take-back': 'Schritt zurücknehmen' },
    hours: { set: 'Öffnungszeit festlegen', delete: 'Öffnungszeit löschen' },
    places: { set: 'Ort einrichten', 'set-resource': 'Schalter einrichten', 'set-service': 'Anliegen einrichten' },
    alerts: {
      begin: 'Meldung beginnen', write: 'Meldung schreiben', submit: 'Meldung zur Freigabe geben', wish: 'Meldung zur Freigabe vormerken', withdraw: 'Meldung zurückziehen', 'follow-up': 'Folgemeldung beginnen',
      release: 'Meldung freigeben', 'release-alone': 'Meldung im Notfall allein senden', review: 'Notfall nachträglich prüfen', return: 'Meldung zurückgeben', reject: 'Meldung ablehnen', stop: 'Meldung stoppen',
      'set-topic': 'Thema einrichten', 'set-template': 'Vorlage einer Meldung ändern', 'set-settings': 'Einstellungen für Meldungen ändern', acknowledge: 'Amtliche Warnung zur Kenntnis nehmen',
    },
    'service-cards': { 'set-organisation': 'Dienstausweise einrichten', request: 'Dienstausweis beantragen', renew: 'Dienstausweise verlängern', correct: 'Antrag auf einen Dienstausweis berichtigen', withdraw: 'Dienstausweis zurückziehen', approve: 'Dienstausweise genehmigen', refuse: 'Dienstausweis ablehnen', issue: 'Dienstausweise ausstellen', 'hand-over': 'Dienstausweis übergeben', block: 'Dienstausweis sperren' },
    people: { reveal: 'Angaben unter Auskunftssperre zeigen' },
    halls: { set: 'Haus einrichten', request: 'Anfrage für ein Haus', approve: 'Anfrage für ein Haus genehmigen', refuse: 'Anfrage für ein Haus ablehnen', correct: 'Angaben zu einem Haus berichtigen', contract: 'Mietvertrag machen', 'hand-over': 'Schlüssel übergeben', 'take-back': 'Schlüssel zurücknehmen', cancel: 'Buchung eines Hauses absagen' },
    vaccinations: {
      'set-vaccine': 'Impfstoff eintragen', 'add-batch': 'Charge aufnehmen', 'block-batch': 'Charge sperren oder freigeben',
      'set-rules': 'Impfregeln eintragen', 'set-session': 'Impftag planen', 'turn-session': 'Impftag öffnen, abschließen oder absagen',
      'set-stock': 'Bestand eines Impftags', 'set-stand-by': 'Nachrückliste', 'check-in': 'Zur Impfung anmelden',
      'change-person': 'Angaben zur Person ändern', 'add-history': 'Frühere Impfungen eintragen', 'remove-history': 'Frühere Impfung entfernen',
      answer: 'Fragebogen ausfüllen', judge: 'Ärztlich entscheiden', consent: 'Einwilligung festhalten',
      'end-observation': 'Beobachtung beenden', leave: 'Ohne Impfung gegangen', 'take-over': 'Laufzettel übernehmen',
      document: 'Impfung dokumentieren', correct: 'Dokumentation berichtigen', void: 'Dokumentation zurückziehen',
      'note-signed': 'Unterschrift vermerken', 'keep-both': 'Beide Dokumentationen gelten lassen', 'open-recall': 'Rückruf eröffnen',
      'note-contact': 'Benachrichtigung vermerken', 'close-recall': 'Rückruf abschließen', suspect: 'Verdacht auf Nebenwirkung aufnehmen',
      'note-reported': 'Meldung vermerken',
    },
    suggestions: { make: 'Vorschlag', answer: 'Antwort auf einen Vorschlag', see: 'Antwort gelesen' },
    ...staffCommandsDe,
    unknown: 'Änderung',
  },
  fields: {
    status: 'Status', outcome: 'Ergebnis', assigneeName: 'Bearbeitung', subject: 'Betreff', applicantName: 'Antragsteller', locality: 'Ort', dueAt: 'Frist', decidedAt: 'Entschieden am', suspendedAt: 'Frist ruht seit', heldDueAt: 'Frist, bevor sie ruhte', extendedAt: 'Frist verlängert am', until: 'Neues Ende der Frist',
    closedAt: 'Beendet am', followUpAt: 'Wiedervorlage', followUpOnAnswer: 'Wiedervorlage mit der Antwort', followUpNote: 'Notiz zur Wiedervorlage', tags: 'Schlagwörter', conditions: 'Nebenbestimmungen',
    reason: 'Begründung', form: 'Angaben im Antrag', attachmentCount: 'Anlagen', unreadMessages: 'Ungelesene Nachrichten', state: 'Stand der Entscheidung', proposedByName: 'Vorgeschlagen von',
    settledByName: 'Freigegeben von', text: 'Text', note: 'Anmerkung', departmentId: 'Amt', serviceId: 'Leistung', assigneeId: 'Bearbeitung (Kennung)', decisionId: 'Entscheidung (Kennung)', contentHash: 'Prüfwert des Inhalts',
  },
  status: { received: 'Eingegangen', 'in-progress': 'In Bearbeitung', proposed: 'Vorgeschlagen', decided: 'Entschieden', closed: 'Beendet' },
  outcome: { granted: 'Bewilligt', refused: 'Abgelehnt' },
  decided: { granted: 'Bewilligt', refused: 'Abgelehnt' },
  proposed: { granted: 'Bewilligung vorgeschlagen', refused: 'Ablehnung vorgeschlagen' },
  channel: { portal: 'Online-Portal', 'state-portal': 'Portal des Landes', paper: 'Papier', telephone: 'Telefon' },
  list: {
    caption: 'Liste der Vorgänge', search: 'Liste durchsuchen', searchPlaceholder: 'Name, Aktenzeichen, Ort, Angaben im Antrag …', clearSearch: 'Suche leeren',
    count_one: '{{formatted}} Vorgang', count_other: '{{formatted}} Vorgänge', countCapped: 'mehr als {{formatted}} Treffer', filters: 'Filter', resetFilters: 'Alle Filter zurücksetzen', filterActive: '{{name}}: {{value}}',
    columnsButton: 'Spalten', columnsTitle: 'Spalten anzeigen', resetColumns: 'Spalten zurücksetzen',
    columns: {
      case: 'Vorgang', number: 'Nr.', reference: 'Aktenzeichen', subject: 'Betreff', applicantName: 'Antragsteller', serviceId: 'Leistung', locality: 'Ort', status: 'Status', assigneeName: 'Bearbeitung',
      receivedAt: 'Eingang', dueAt: 'Frist', marks: 'Hinweise', decidedAt: 'Entschieden', departmentId: 'Amt', followUpAt: 'Wiedervorlage', tags: 'Schlagwörter',
    },
    marks: { unread_one: 'Neue Nachricht', unread_other: '{{count}} neue Nachrichten', attachments_one: '1 Anlage', attachments_other: '{{count}} Anlagen', viewing: 'Gerade geöffnet von {{names}}' },
    overdue: 'überfällig', restsSince: 'ruht seit {{day}}', nobody: 'niemand', me: 'Ich',
    filter: {
      status: 'Status', serviceId: 'Leistung', locality: 'Ort', assigneeId: 'Bearbeitung', departmentId: 'Amt', received: 'Eingang', outcome: 'Ergebnis', find: 'Einträge suchen', selected: '{{count}} gewählt', clear: 'Auswahl aufheben', nothing: 'Keine Einträge',
      from: 'von', to: 'bis', dateHint: 'TT.MM.JJJJ', dateWrong: 'Bitte ein Datum wie 22.11.2026 eingeben.', dateOrder: 'Das Ende liegt vor dem Anfang.', today: 'Heute', week: 'Letzte 7 Tage', month: 'Dieser Monat', year: 'Dieses Jahr', since: 'ab {{from}}', until: 'bis {{to}}', between: '{{from}} – {{to}}',
      due: 'Frist', decided: 'Entschieden', rests: 'Ruht', restsUntil: 'seit {{day}} oder länger', dueBefore: 'Vor heute', dueWeek: 'Nächste 7 Tage', dueMonth: 'Nächste 30 Tage',
      late: 'Frist', isLate: 'nach ihrem Ende entschieden', closed: 'Ohne Entscheidung beendet', sentBack: { returned: 'Vorschlag zurückgegeben', rejected: 'Vorschlag abgelehnt', either: 'Vorschlag kam zurück' }, askedFor: 'Nachgefordert', askedWords: '{{label}}, {{days}}', ownWords: 'in eigenen Worten',
      channel: 'Eingang über', channels: { portal: 'Portal', 'state-portal': 'Portal des Landes', paper: 'Papier', telephone: 'Telefon' },
      form: 'Angaben', how: 'Vergleich', contains: 'enthält', begins: 'beginnt mit', containsWords: 'enthält „{{text}}“', beginsWords: 'beginnt mit „{{text}}“', any: 'egal', yes: 'Ja', no: 'Nein',
      boundsWrongDate: 'Bitte zwei Daten wie 22.11.2026, das frühere zuerst.', boundsWrongNumber: 'Bitte zwei Zahlen wie 12,5, die kleinere zuerst.',
    },
    empty: {
      all: 'Noch kein Vorgang eingegangen. Neue Anträge aus dem Portal erscheinen hier von selbst.', mine: 'Sie bearbeiten gerade keinen Vorgang. Unter „Nicht zugewiesen“ finden Sie neue.',
      unassigned: 'Alles ist übernommen.', 'to-release': 'Es wartet keine Entscheidung auf Freigabe.', overdue: 'Nichts ist überfällig.',
      waiting: 'Auf keine Antwort wird gewartet. Was Sie nachfordern, steht hier, bis die Antwort da ist.', unread: 'Alle Nachrichten sind gelesen.',
      team: 'In Ihren Ämtern ist alles erledigt.', 'follow-up': 'Heute liegt nichts zur Wiedervorlage an. Eine Wiedervorlage legen Sie am Vorgang fest.',
      mentioned: 'Sie haben alles gelesen, worin Sie erwähnt sind.', attention: 'Alle Ihre Änderungen sind angenommen.',
      search: 'Nichts gefunden für „{{search}}“.', filtered: 'Kein Vorgang passt zu den Filtern.',
    },
    endedHint: 'Vorgänge, die nach ihrer Aufbewahrungsfrist gelöscht sind, fehlen hier und in der Auswertung.',
    offlineHint: 'Stand vom letzten Abgleich {{time}}',
    keysHint: 'Pfeiltasten bewegen, Eingabe öffnet',
  },
  case: {
    back: 'Zur Liste', next: 'Nächster Vorgang', wasLast: 'Das war der letzte Vorgang der Liste.', wasFirst: 'Das war der erste Vorgang der Liste.', previous: 'Voriger Vorgang', copyReference: 'Aktenzeichen kopieren', applicant: 'Antragsteller', service: 'Leistung', received: 'Eingang', due: 'Frist', noDue: 'keine Frist festgelegt', assignee: 'Bearbeitung', department: 'Amt',
    present: 'Auch hier: {{names}}', form: 'Angaben im Antrag', formVersion: 'Formularfassung {{version}}', otherFields: 'Weitere Angaben', attachments: 'Anlagen', noAttachments: 'Keine Anlagen', notFoundTitle: 'Vorgang nicht gefunden',
    notTransferred: 'gespeichert, noch nicht übertragen', reserved: 'vorgemerkt', pendingTitle: 'Hier gespeichert, noch nicht übertragen', tentativeTitle: 'Freigabe vorgemerkt', extensionTentative: 'Verlängerung vorgemerkt', handOverTentative: 'Abgabe vorgemerkt',
    tentativeMeaning: 'Gültig wird das erst mit der Übertragung. Vorher erfährt der Bürger nichts.', allTransferred: 'Alle Änderungen übertragen',
  },
  decision: {
    title: 'Entscheidung', claim: 'Übernehmen', claimHint: 'Dann sehen alle, dass Sie den Vorgang bearbeiten.', release: 'Zurücklegen', releaseHint: 'Legt den Vorgang für alle zurück.', outcome: 'Vorschlag', grant: 'Bewilligen', refuse: 'Ablehnen', reason: 'Begründung', reasonGrantedHint: 'freiwillig, Teil der Entscheidung', reasonRefusedHint: 'Pflicht bei einer Ablehnung, Teil der Entscheidung',
    propose: 'Entscheidung vorschlagen', approve: 'Freigeben', return: 'Zurückgeben', reject: 'Vorschlag ablehnen', proposal: 'Vorschlag', proposedBy: 'vorgeschlagen von {{name}}, {{time}}', fourEyes: 'Vier-Augen-Prinzip: Eine zweite Person gibt frei.', singleByService: 'Diese Leistung darf eine Person allein entscheiden.', waitsForRelease: 'Der Vorschlag wartet auf die Freigabe.',
    decidedBy: 'freigegeben von {{name}}, {{time}}', standingIn: 'in Vertretung', decidedAt: 'Entschieden {{time}}', noReason: 'ohne Begründung', why: 'Warum geht das nicht?', unavailable: '{{action}} ist gerade nicht möglich:', free: 'Noch niemand bearbeitet diesen Vorgang.', chooseFirst: 'Wählen Sie zuerst, ob bewilligt oder abgelehnt werden soll.', heldByYou: 'Sie bearbeiten diesen Vorgang.', heldBy: '{{name}} bearbeitet diesen Vorgang.',
    approveTitle: 'Entscheidung freigeben?', approveText: '{{outcome}} für {{name}}. Mit der Freigabe wird die Entscheidung wirksam und der Bürger benachrichtigt.', approveOffline: 'Ohne Verbindung wird die Freigabe vorgemerkt und erst mit der Übertragung gültig.', note: 'Anmerkung', noteHint: 'freiwillig, nur in der Akte',
    returnTitle: 'Vorschlag zurückgeben', returnText: '{{name}} behält den Vorgang und kann den Vorschlag verbessern.', rejectTitle: 'Vorschlag ablehnen', rejectText: 'Der Vorschlag wird verworfen und der Vorgang für alle zurückgelegt. Der Antrag selbst bleibt offen.', whatToChange: 'Was ist zu ändern?', whyRejected: 'Warum wird der Vorschlag abgelehnt?',
    refuseConfirm: 'Ablehnung vorschlagen', grantConfirm: 'Bewilligung vorschlagen', lastReturned: 'Zuletzt zurückgegeben von {{name}}: {{reason}}',
  },
  period: {
    until: 'Frist bis {{day}}', soon: 'Frist bis {{day}}, {{when}}', late: 'Frist am {{day}} abgelaufen, {{since}}', rests: 'Frist ruht seit {{day}} – es wird auf eine Antwort gewartet', extended: 'verlängert am {{day}}', legalBasis: 'Rechtsgrundlage: {{law}}',
    basis: { 'own-target': 'eigenes Ziel', 'vwvfg-42a': '§ 42a VwVfG: danach gilt die Genehmigung als erteilt', 'gewo-15': '§ 15 GewO: Eingang bestätigen' },
    ask: 'Nachfordern', resume: 'Unterlagen vollständig', extend: 'Frist verlängern',
    askTitle: 'Unterlagen oder Angaben nachfordern', askText: '{{name}} erhält die Nachricht im Postfach des Portals. Bis zur Antwort ruht die Frist.', askAgainText: '{{name}} erhält die Nachricht im Postfach des Portals. Die Frist ruht bereits.', askLabel: 'Nachricht', askUnchanged: 'Schreiben Sie zuerst hinein, was fehlt.', askConfirm: 'Nachfordern',
    extendTitle: 'Frist verlängern', extendText: 'Die Frist endet am {{day}}. Sie kann einmal verlängert werden; {{name}} erfährt den neuen Tag und den Grund.', extendOffline: 'Ohne Verbindung wird die Verlängerung vorgemerkt und erst mit der Übertragung gültig.', newEnd: 'Neues Ende der Frist', newEndHint: 'TT.MM.JJJJ, nach dem {{day}}', extendReason: 'Grund', extendReasonHint: 'steht in der Nachricht', extendConfirm: 'Frist verlängern',
  },
  done: {
    alerts: {
      begin: 'Entwurf begonnen.', write: 'Entwurf gespeichert.', submit: 'Zur Freigabe gegeben.', wish: 'Vorgemerkt. Es geht nichts von selbst hinaus.', withdraw: 'Zurückgezogen.', 'follow-up': 'Folgemeldung begonnen.',
      release: 'Freigegeben. Die Meldung geht hinaus.', 'release-alone': 'Allein gesendet. Jemand anderes prüft das nachträglich.', review: 'Nachträglich geprüft.', return: 'Zurückgegeben.', reject: 'Abgelehnt. Es geht nichts hinaus.',
      stop: 'Angehalten. Was noch nicht hinaus war, bleibt hier.', 'set-topic': 'Thema gespeichert.', 'set-template': 'Vorlage gespeichert.', 'set-settings': 'Einstellungen gespeichert.', acknowledge: 'Zur Kenntnis genommen.',
    },
    views: { save: 'Ansicht gespeichert.', change: 'Ansicht geändert.', delete: 'Ansicht gelöscht.' },
    applications: {
      claim: 'Übernommen.', release: 'Zurückgelegt.', propose: 'Entscheidung vorgeschlagen.', approve: 'Freigegeben.', return: 'Zurückgegeben.', reject: 'Vorschlag abgelehnt.', note: 'Vermerk gespeichert.', capture: 'Antrag aufgenommen.',
      link: 'Zugeordnet.', unlink: 'Zuordnung aufgehoben.', merge: 'Zusammengeführt.', unmerge: 'Zusammenführung aufgehoben.', 'hand-over': 'Abgegeben.', reopen: 'Wieder aufgenommen.',
      ask: 'Nachgefordert, die Frist ruht.', resume: 'Die Frist läuft weiter.', extend: 'Frist verlängert.', certify: 'Bescheinigung ausgestellt. Sie geht als PDF ins Postfach.',
      assign: 'Zugewiesen.', 'follow-up': 'Wiedervorlage gespeichert.', tag: 'Schlagwörter gespeichert.', close: 'Beendet, die Nachricht liegt im Postfach.', exported: 'Liste ausgegeben.',
      'turn-file': 'Gedreht, für alle.', 'note-on-file': 'Anmerkung gespeichert.', 'remove-file-note': 'Anmerkung entfernt.',
    },
    letters: { 'begin-draft': 'Entwurf begonnen.', 'save-draft': 'Entwurf gespeichert.', 'discard-draft': 'Entwurf verworfen.', publish: 'Veröffentlicht. Neue Bescheide entstehen aus dieser Fassung.', withdraw: 'Zurückgezogen. Mit der Vorlage wird nichts mehr vorgeschlagen.', offer: 'Wieder in Gebrauch.', 'set-letterhead': 'Briefkopf gespeichert.', 'set-block': 'Textbaustein gespeichert. Neue Briefe entstehen mit dieser Fassung.', 'switch-block': 'Gespeichert.' },
    comments: { add: 'Kommentar gespeichert.' },
    tasks: { add: 'Aufgabe angelegt.', finish: 'Erledigt.', reopen: 'Wieder aufgenommen.' },
    services: { 'begin-draft': 'Entwurf begonnen.', 'save-draft': 'Entwurf gespeichert.', 'discard-draft': 'Entwurf verworfen.', publish: 'Veröffentlicht. Portal und Arbeitsplätze haben den neuen Stand.', withdraw: 'Zurückgezogen. Neue Anträge sind nicht mehr möglich.', offer: 'Wieder angeboten.' },
    messages: { send: 'Nachricht gespeichert.', 'mark-read': 'Als gelesen gekennzeichnet.', ...inboxDe.done },
    reports: { 'set-person-figures': 'Gespeichert. Alle im Amt sehen es im Kontomenü.' },
    appointments: { book: 'Termin gebucht.', 'walk-in': 'Aufgenommen.', move: 'Termin verschoben.', 'change-person': 'Angaben gespeichert.', cancel: 'Termin abgesagt.', call: 'Aufgerufen.', step: 'Gespeichert.', redirect: 'Weitergeleitet.', 'take-back': 'Zurückgenommen.' },
    places: { set: 'Ort gespeichert.', 'set-resource': 'Schalter gespeichert.', 'set-service': 'Anliegen gespeichert.' },
    hours: { set: 'Öffnungszeit gespeichert.', delete: 'Öffnungszeit gelöscht.' },
    notices: {
      'enter-consent': 'Eingetragen. Der nächste Bescheid kommt ins Postfach.', 'withdraw-consent': 'Widerrufen. Bescheide gehen wieder mit der Post.',
      'set-kind': 'Bescheidart gespeichert.', 'choose-way': 'Versandweg gespeichert.', printed: 'Eingetragen. Die Fristen laufen.', booked: 'Vermerkt. Die Datei liegt bei Ihren Downloads.', 'set-law': 'Eingetragen. Bisherige Fristen bleiben.', 'take-out-law': 'Herausgenommen.', mend: 'Bescheid berichtigt.', 'leave-out': 'Der Bescheid bleibt hier.', 'take-in': 'Der Bescheid geht wieder mit.', submit: 'Gegeben. Jetzt werden alle Briefe gesetzt und geprüft.', return: 'Zurückgegeben.',
      release: 'Freigegeben.', 'take-back': 'Freigabe zurückgenommen. Es ging nichts hinaus.', pause: 'Angehalten. Es geht nichts mehr hinaus.', resume: 'Der Versand geht weiter.', cancel: 'Beendet.', repeat: 'Was fehlgeschlagen ist, geht noch einmal hinaus.', record: 'Eingetragen. Die Fristen sind neu gerechnet.', correct: 'Vorbereitet. Hinaus geht sie nach Prüfung und Freigabe.', 'send-again': 'Vorbereitet. Der Bescheid geht nach Prüfung und Freigabe hinaus.',
    },
    'service-cards': { 'set-organisation': 'Einrichtung gespeichert.', request: 'Ausweis beantragt.', renew: 'Verlängerung beantragt.', correct: 'Berichtigt.', withdraw: 'Zurückgezogen.', approve: 'Genehmigt.', refuse: 'Abgelehnt.', issue: 'Ausgestellt und unterschrieben.', 'hand-over': 'Übergeben.', block: 'Gesperrt.' },
    people: { reveal: 'Vermerkt. Die Angaben sind sichtbar.' },
    halls: { set: 'Haus gespeichert.', request: 'Anfrage aufgenommen.', approve: 'Genehmigt.', refuse: 'Abgelehnt.', correct: 'Berichtigt.', contract: 'Vertrag gemacht.', 'hand-over': 'Schlüssel übergeben.', 'take-back': 'Schlüssel ist zurück.', cancel: 'Abgesagt.' },
    vaccinations: {
      'set-vaccine': 'Impfstoff gespeichert.', 'add-batch': 'Charge aufgenommen.', 'block-batch': 'Charge gespeichert.',
      'set-rules': 'Regeln gespeichert.', 'set-session': 'Impftag gespeichert.', 'turn-session': 'Impftag gespeichert.',
      'set-stock': 'Bestand gespeichert.', 'set-stand-by': 'Nachrückliste gespeichert.', 'check-in': 'Angemeldet.',
      'change-person': 'Angaben gespeichert.', 'add-history': 'Frühere Impfungen eingetragen.', 'remove-history': 'Frühere Impfung entfernt.',
      answer: 'Antworten gespeichert.', judge: 'Entscheidung gespeichert.', consent: 'Einwilligung festgehalten.',
      'end-observation': 'Beobachtung beendet.', leave: 'Festgehalten.', 'take-over': 'Übernommen.',
      document: 'Dokumentiert.', correct: 'Neue Fassung gespeichert.', void: 'Zurückgezogen.',
      'note-signed': 'Unterschrift vermerkt.', 'keep-both': 'Beide gelten.', 'open-recall': 'Rückruf eröffnet, Charge gesperrt.',
      'note-contact': 'Vermerkt.', 'close-recall': 'Rückruf abgeschlossen.', suspect: 'Verdacht aufgenommen.',
      'note-reported': 'Meldung vermerkt.',
    },
    suggestions: { make: 'Vorschlag gespeichert.', answer: 'Antwort gespeichert.', see: 'Als gelesen gekennzeichnet.' },
    ...staffDoneDe,
    offline: 'Wird übertragen, sobald das Netz wieder da ist.', reserved: 'Freigabe vorgemerkt.', extensionReserved: 'Verlängerung vorgemerkt.', certificateReserved: 'Bescheinigung vorgemerkt.', handOverReserved: 'Abgabe vorgemerkt.', moveReserved: 'Neue Zeit vorgemerkt.',
  },
  attachments: { download: 'Herunterladen', downloadFile: '{{name}} herunterladen', failed: '{{name}} konnte nicht geöffnet werden', },
  inbox: inboxDe.words,
  messages: {
    title: 'Nachrichten', empty: 'Noch keine Nachrichten zu diesem Vorgang.', fromCitizen: '{{name}} schreibt', toCitizen: '{{name}} an {{citizen}}', townHall: 'Rathaus', provided: 'im Postfach seit {{time}}', retrieved: 'abgerufen {{time}}', notRetrieved: 'noch nicht abgerufen',
    compose: 'Nachricht an {{name}}', subject: 'Betreff', text: 'Nachricht', send: 'Senden', sendHint: 'Die Nachricht liegt im Postfach des Portals. Die E-Mail sagt nur, dass dort etwas wartet.', unread_one: '1 neue Nachricht', unread_other: '{{count}} neue Nachrichten', markRead: 'Als gelesen kennzeichnen',
  },
  history: {
    title: 'Verlauf', empty: 'Noch nichts geschehen.', received: 'Antrag eingegangen über {{channel}}', captured: '{{name}} hat den Antrag aufgenommen ({{channel}})', claimed: '{{name}} hat den Vorgang übernommen', released: '{{name}} hat den Vorgang zurückgelegt', proposed: '{{name}} hat eine Entscheidung vorgeschlagen', approved: '{{name}} hat die Entscheidung freigegeben', returned: '{{name}} hat den Vorschlag zurückgegeben',
    rejected: '{{name}} hat den Vorschlag abgelehnt', noted: '{{name}} hat vermerkt', asked: '{{name}} hat nachgefordert, die Frist ruht', resumed: '{{name}} hat die Unterlagen für vollständig erklärt, die Frist läuft weiter', extended: '{{name}} hat die Frist bis {{until}} verlängert', viewed: '{{name}} hat den Vorgang angesehen', sent: '{{name}} hat dem Bürger geschrieben: {{subject}}', answered: '{{name}} hat geschrieben: {{subject}}', somebody: 'Jemand', system: 'Das System',
    assigned: '{{name}} hat zugewiesen: {{subject}}', 'handed-over': '{{name}} hat den Vorgang abgegeben: {{subject}}', 'followed-up': '{{name}} hat auf Wiedervorlage gelegt', tagged: '{{name}} hat Schlagwörter geändert', 'task-added': '{{name}} hat eine Aufgabe angelegt', 'task-done': '{{name}} hat erledigt', 'task-reopened': '{{name}} hat wieder aufgenommen', 'task-freed': 'Aufgabe frei, weil der Vorgang in ein anderes Amt ging',
    closed: '{{name}} hat den Vorgang ohne Entscheidung beendet', reopened: '{{name}} hat den Vorgang wieder aufgenommen', merged: '{{name}} hat den Vorgang mit einem anderen zusammengeführt', unmerged: '{{name}} hat die Zusammenführung aufgehoben', linked: '{{name}} hat mit einem Vorgang verknüpft', unlinked: '{{name}} hat eine Verknüpfung aufgehoben', certified: '{{name}} hat die Bescheinigung nach § 42a VwVfG ausgestellt', 'file-added': '{{name}} hat eine Datei hinzugefügt', 'letter-provided': 'Bescheid im Postfach bereitgestellt', actingFor: 'i. V. für {{name}}',
  },
  palette: { title: 'Suchen und Befehle', placeholder: 'Befehl, Ansicht oder Vorgang suchen', actions: 'Befehle', views: 'Ansichten', cases: 'Vorgänge', nothing: 'Nichts gefunden.', searching: 'Es wird gesucht …', hint: 'Pfeiltasten wählen, Eingabe öffnet, Esc schließt' },
  shortcuts: {
    areOn: 'Tastenkürzel eingeschaltet', own: 'Eigene Tasten', none: 'keine', change: 'Ändern', changeOf: 'Tasten ändern: {{title}}', off: 'Aus', offOf: 'Aus: {{title}}', usual: 'Wie üblich', usualOf: 'Wie üblich: {{title}}',
    reset: 'Alles wie üblich', press: 'Neue Tasten drücken …', pressFor: 'Neue Tasten drücken für: {{title}}; Esc lässt es, wie es war',
    problem: { single: 'Einzelne Tasten gehen nicht: Spracheingabe und Vertippen würden etwas auslösen. Bitte mit Strg oder Alt.', taken: 'Diese Tasten gehören dem System oder dem Programm.', given: 'Schon vergeben: {{to}}' },
    handOver: 'An ein anderes Amt abgeben', comment: 'Kommentar oder Vermerk schreiben', addTask: 'Aufgabe hinzufügen',
    title: 'Tastenkürzel', keys: 'Tasten', does: 'Wirkung', palette: 'Suchen und Befehle', help: 'Hilfe zu diesem Bildschirm', sheet: 'Tastenkürzel zeigen', regions: 'Nächster Bereich', regionsBack: 'Voriger Bereich', primary: 'Hauptaktion ausführen', ask: 'Nachfordern (eigener Vorgang)', resume: 'Unterlagen vollständig (Frist ruht)', capture: 'Antrag aufnehmen', extend: 'Frist verlängern (eigener Vorgang)', followUp: 'Wiedervorlage (im Vorgang)', assign: 'Zuweisen (im Vorgang)', tag: 'Schlagwörter (im Vorgang)', close: 'Ohne Entscheidung beenden (im Vorgang)', mark: 'Zeile auswählen (in der Liste)', markOn: 'Weitere Zeilen auswählen (in der Liste)', markAll: 'Ganze Liste auswählen (in der Liste)', space: 'Leertaste', arrowDown: 'Pfeil ab', day: 'Mein Tag', book: 'Termin buchen', newAlert: 'Neue Meldung an die Öffentlichkeit', nextTime: 'Nächste freie Zeit, mit Pfeil auf die vorige (beim Buchen)', nextDay: 'Nächster Tag, mit Pfeil auf der vorige (beim Buchen)', listSearch: 'Liste durchsuchen', back: 'Zurück zur Liste, Dialog schließen', send: 'Eingabefeld abschicken', lock: 'Arbeitsplatz sperren', transfer: 'Stand der Übertragung', attention: 'Klärung nötig', view: 'Ansicht „{{name}}“', next: 'Nächster Vorgang der Liste', previous: 'Voriger Vorgang der Liste', open: 'Vorgang öffnen (in der Liste)',
    ctrl: 'Strg', alt: 'Alt', shift: 'Umschalt', enter: 'Eingabe', escape: 'Esc', down: 'Bild ab', up: 'Bild auf', or: 'oder',
  },
  time: { overdueSince_one: 'seit 1 Tag überfällig', overdueSince_other: 'seit {{count}} Tagen überfällig', dueToday: 'heute fällig', dueTomorrow: 'morgen fällig', dueIn: 'fällig in {{count}} Tagen' },
  toast: { region: 'Rückmeldungen', dismiss: 'Meldung schließen' },
  problem: { code: 'Kennung für den Support: {{code}}' },
  unexpected: { title: 'Etwas ist schiefgegangen', text: 'Der Bereich konnte nicht gezeigt werden. Ihre gespeicherten Änderungen sind sicher.', reload: 'Neu laden' },
  services: servicesDe,
  editing: editingDe,
  letters: lettersAdminDe,
  blocks: letterBlocksDe,
  savedViews: savedViewsDe,
  work: workDe,
  letter: letterDe,
  files: filesDe,
  capture: captureDe,
  deputies: deputiesDe,
  staff: staffDe,
  reports: reportsDe,
  suggestions: suggestionsDe,
  halls: hallsDe,
  people: peopleDe,
  serviceCards: serviceCardsDe,
  notices: noticesDe,
  noticeSettings: noticeSettingsDe,
  noticeClock: noticeClockDe,
  noticeCase: noticeCaseDe,
  noticeCorrect: noticeCorrectDe,
  noticeDeliveries: noticeDeliveriesDe,
  noticeConsents: noticeConsentsDe,
  noticeImport: noticeImportDe,
  alerts: alertsDe,
  alertRelease: alertReleaseDe,
  alertBoard: alertBoardDe,
  alertCatalogue: alertCatalogueDe,
  alertWarnings: alertWarningsDe,
  vaccinations: vaccinationsDe,
  vaccinationExchange: vaccinationExchangeDe,
  vaccinationTicket: vaccinationTicketDe,
  vaccinationRecords: vaccinationRecordsDe,
  vaccinationRetention: vaccinationRetentionDe,
  planning: vaccinationPlanningDe,
  vaccinationCertificate: vaccinationCertificateDe,
  hours: hoursDe,
  statistics: statisticsDe,
  booking: bookingDe,
  display: displayDe,
  calendarFiles: calendarFilesDe,
  counter: counterDe,
  calendar: calendarDe,
  appointments: appointmentsDe,
  privacy: privacyDe,
  audit: auditDe,
  protection: protectionDe,
  portalLink: portalLinkDe,
  townSetup: townSetupDe,
  serviceExchange: serviceExchangeDe,
  bulk: bulkDe,
  help: helpDe,
  helpPages: helpPagesDe,
  tour: tourDe,
  diagnosis: diagnosisDe,
  due: dueDe,
  errors: errorsDe,
} as const
