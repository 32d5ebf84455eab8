/** Messages of citizens; `message-inbox-en.ts` has the same keys. */
export const inboxDe = {
  commands: {
    'begin-call': 'Gespräch aufschreiben', answer: 'Antwort an den Bürger', note: 'Notiz zur Nachricht', read: 'Nachricht als gelesen kennzeichnen', assign: 'Nachricht zuweisen', close: 'Nachricht schließen',
    reopen: 'Nachricht wieder öffnen', redirect: 'Nachricht weiterleiten', link: 'Nachricht zum Vorgang nehmen', unlink: 'Nachricht vom Vorgang lösen', 'set-desk': 'Annahme von Nachrichten einstellen', 'set-absence': 'Abwesenheit eintragen',
  },
  done: {
    'begin-call': 'Gespräch aufgeschrieben.', answer: 'Antwort gespeichert.', note: 'Notiz gespeichert.', read: 'Gekennzeichnet.', assign: 'Zugewiesen.', close: 'Geschlossen.', reopen: 'Wieder geöffnet.',
    redirect: 'Weitergeleitet.', link: 'Zum Vorgang genommen.', unlink: 'Vom Vorgang gelöst.', 'set-desk': 'Gespeichert.', 'set-absence': 'Abwesenheit gespeichert.',
  },
  words: {
    list: 'Nachrichten der Bürgerinnen und Bürger', filters: 'Welche Nachrichten', search: 'Nachrichten durchsuchen', unreadMark: 'neu', newCall: 'Gespräch aufschreiben', absence: 'Abwesenheit', settings: 'Annahme einstellen',
    filter: { waiting: 'Warten auf uns', mine: 'Meine', unassigned: 'Ohne Bearbeitung', unread: 'Ungelesen', all: 'Alle offenen', closed: 'Geschlossen' },
    none: 'Hier liegt nichts.', noneHint: 'Neue Nachrichten erscheinen von selbst.', notFound: 'Nichts gefunden.', notFoundHint: 'Gesucht wurde unter „{{filter}}“.', choose: 'Wählen Sie links eine Nachricht.', more: 'Es gibt noch mehr. Suchen Sie nach Name oder Betreff.', marks: 'Auf eine Antwort warten {{count}}', marksOverdue: 'davon zu lange: {{count}}',
    due: 'Antwort bis {{day}}', overdue: 'überfällig seit {{day}}', answered: 'beantwortet', closedState: 'geschlossen', free: 'niemand', byCase: 'Vorgang {{reference}}',
    via: { portal: 'Portal', telephone: 'Telefon', counter: 'Schalter', email: 'E-Mail' },
    caseMessages: 'Neue Nachrichten zu Vorgängen', back: 'Zurück zur Liste',
    head: { person: 'Person', topic: 'Thema', contact: 'Erreichbar', noContact: 'nur über den Link im Portal', noWay: 'keine Adresse: bitte anrufen', assignee: 'Bearbeitung', begun: 'Eingegangen', waiting: 'Antwort', case: 'Vorgang' },
    present: '{{names}} liest oder antwortet gerade.', awayNote: '{{name}} ist bis {{day}} abwesend.',
    toMe: 'Mir zuweisen', assign: 'Zuweisen', assignTitle: 'Wer bearbeitet die Nachricht?', colleague: 'Kollegin oder Kollege', nobody: 'Niemand', away: 'abwesend bis {{day}}',
    redirect: 'Weiterleiten', redirectTitle: 'An welches Amt?', redirectText: 'Die Nachricht liegt danach mit allen Dateien beim anderen Amt und nicht mehr bei Ihnen.', department: 'Amt', reason: 'Hinweis für das Amt',
    link: 'Zum Vorgang', linkTitle: 'Zu welchem Vorgang gehört die Nachricht?', linkText: 'Nachricht und Dateien stehen danach auch im Vorgang. Im Postfach des Antrags erscheint sie nicht.', linkSearch: 'Aktenzeichen, Name oder Betreff', linkType: 'Tippen Sie mindestens zwei Zeichen.', linkNothing: 'Kein Vorgang gefunden.', newCase: 'Neuen Antrag aufnehmen', linkAsk: 'Nachricht zu diesem Vorgang nehmen?', linkCase: '{{reference}}: {{subject}}, {{name}}', linkDo: 'Zum Vorgang nehmen', unlink: 'Vom Vorgang lösen', unlinkAsk: 'Vom Vorgang lösen?', unlinkText: 'Nachricht und Dateien stehen danach nicht mehr im Vorgang; dort bleibt vermerkt, dass sie gelöst wurden.', unlinkUndo: 'Rückgängig',
    close: 'Schließen', reopen: 'Wieder öffnen', markUnread: 'Als ungelesen kennzeichnen', markRead: 'Als gelesen kennzeichnen', nextOne: 'Nächste wartende',
    answer: 'Antwort an {{name}}', answerText: 'Antwort', answerHint: 'Die Antwort liegt hinter dem Link der Person. Die E-Mail sagt nur, dass dort etwas wartet. Strg+Eingabe sendet.', send: 'Senden', sendAndClose: 'Senden und schließen', block: 'Textbaustein einfügen', openPlaces: 'Noch auszufüllen: {{places}}',
    noAnswer: 'Eine Antwort ist hier nicht möglich: Es fehlt eine E-Mail-Adresse. Rufen Sie an, und schreiben Sie als Notiz auf, was besprochen wurde.',
    closedAnswer: 'Die Nachricht ist geschlossen. Öffnen Sie sie wieder, um zu antworten.', files: 'Dateien anhängen', removeFile: '{{name}} entfernen', note: 'Interne Notiz', noteText: 'Notiz für Kolleginnen und Kollegen', noteHint: 'Das sieht die Person nie.', saveNote: 'Notiz speichern',
    kind: { 'from-citizen': '{{name}} schreibt', 'to-citizen': '{{name}} antwortet', automatic: 'Automatische Antwort', note: 'Notiz von {{name}}' }, provided: 'bereit seit {{time}}', retrieved: 'gelesen {{time}}', notRetrieved: 'noch nicht gelesen', infected: 'Datei mit Fund, gelöscht', download: '{{name}} herunterladen', fileFailed: '{{name}} konnte nicht geöffnet werden',
    call: { title: 'Gespräch aufschreiben', intro: 'Was jemand am Telefon, am Schalter oder per E-Mail gesagt hat. Die Nachricht wartet dann wie jede andere.', via: 'Wie kam es?', name: 'Name', phone: 'Telefon', email: 'E-Mail', emailHint: 'Nur mit einer E-Mail-Adresse können Sie hier antworten.', subject: 'Betreff', text: 'Was wurde gesagt?', save: 'Speichern' },
    absenceDialog: { title: 'Meine Abwesenheit', intro: 'Wer Ihnen schreibt, bekommt einmal eine automatische Antwort. Ihre Vertretung sieht, was Ihnen zugewiesen ist.', from: 'Erster Tag', until: 'Letzter Tag', text: 'Zusatz (Deutsch)', textEn: 'Zusatz (Englisch)', save: 'Speichern', remove: 'Ich bin da', wrongDay: 'Das ist kein Tag.' },
    desk: { title: 'Annahme von Nachrichten', active: 'Bürger können diesem Amt im Portal schreiben', topics: 'Themen, je Zeile eines (Deutsch | Englisch)', topicsHint: 'Zum Beispiel: Straßen und Wege | Streets and paths', days: 'Antwort innerhalb von Werktagen', keep: 'Aufbewahren nach dem Ende, in Tagen', away: 'Das Amt ist abwesend', save: 'Speichern', wrongNumber: 'Das ist keine passende Zahl.', wrongTopics: 'Jede Zeile braucht Deutsch und Englisch, getrennt durch |.' },
    overdueNotice_one: '1 Nachricht wartet länger als vorgesehen.', overdueNotice_other: '{{count}} Nachrichten warten länger als vorgesehen.', showOverdue: 'Ansehen', inCase: 'Nachrichten, die hierher genommen wurden', openConversation: 'Zur Nachricht', fromMessage: 'Aus der Nachricht von {{name}}', takeOver: 'Sie wird zum Vorgang genommen, sobald Sie den Antrag speichern.',
  },
}
