/** The data protection officer's desk; `protection-en.ts` has the same keys. */
export const protectionDe = {
  intro: 'Was ansteht, was Bürgerinnen und Bürger nach der DSGVO verlangt haben, und was die Stadt wozu wie lange speichert.',
  tabs: { due: 'Überblick', requests: 'Anträge', processing: 'Verzeichnis' }, print: 'Drucken', asOf: 'Stand {{time}}',
  due: 'Was ansteht', openRequests_one: '1 offener Antrag', openRequests_other: '{{count}} offene Anträge', overdue_one: '1 Antrag ist überfällig.', overdue_other: '{{count}} Anträge sind überfällig.', nextDue: 'Der nächste ist am {{day}} fällig.', noRequests: 'Es ist kein Antrag offen.',
  deletable_one: '1 Vorgang oder Bescheidlauf kann nach seiner Regel gelöscht werden.', deletable_other: '{{count}} Vorgänge und Bescheidläufe können nach ihrer Regel gelöscht werden.', withoutRule_one: 'Für 1 Leistung fehlt eine Regel zum Löschen.', withoutRule_other: 'Für {{count}} Leistungen fehlt eine Regel zum Löschen.',
  held_one: '1 Bescheid bleibt wegen eines offenen Widerspruchs gespeichert.', held_other: '{{count}} Bescheide bleiben wegen offener Widersprüche gespeichert.', secrecies_one: '1 Auskunftssperre gilt.', secrecies_other: '{{count}} Auskunftssperren gelten.', toDeletion: 'Zum Löschen',
  given: 'Erteilte Auskünfte', noneGiven: 'Es wurde noch keine Auskunft erstellt.', when: 'Wann', by: 'Von', person: 'Person', gone: 'nicht mehr gespeichert',
  requests: 'Anträge nach der DSGVO', none: 'Es wurde noch kein Antrag aufgenommen.', record: 'Antrag aufnehmen', kind: 'Was', name: 'Name', received: 'Eingegangen', dueOn: 'Fällig', state: 'Stand', acts: 'Schritte',
  kinds: { information: 'Auskunft (Art. 15)', correction: 'Berichtigung (Art. 16)', erasure: 'Löschung (Art. 17)', restriction: 'Einschränkung (Art. 18)', portability: 'Daten zum Mitnehmen (Art. 20)', objection: 'Widerspruch (Art. 21)' },
  outcomes: { granted: 'erfüllt', partly: 'teilweise erfüllt', refused: 'abgelehnt', withdrawn: 'zurückgenommen' },
  open: 'offen', isOverdue: 'überfällig', extended: 'verlängert: {{reason}}', answeredOn: '{{outcome}} am {{day}}',
  note: 'Was genau', noteHint: 'Stichworte, damit auch die Vertretung weiterarbeiten kann', findPerson: 'In den Akten suchen', foundNobody: 'Zu „{{search}}“ ist niemand gespeichert.', ofPerson: 'Wessen Antrag ist es?', nobodyChosen: 'niemand davon', nameMissing: 'Bitte den Namen eintragen.', dayWrong: 'Bitte ein Datum wie 20.11.2026 eintragen.', receivedHint: 'Ab diesem Tag läuft die Frist von einem Monat (Art. 12 Abs. 3 DSGVO).', save: 'Aufnehmen',
  extend: 'Verlängern …', extendTitle: 'Frist um zwei Monate verlängern', extendMeaning: 'Das geht einmal, wenn der Antrag aufwendig ist. Sagen Sie es der Person innerhalb des ersten Monats, mit dem Grund.', reason: 'Grund', reasonMissing: 'Bitte nennen Sie den Grund.', extendNow: 'Verlängern',
  answer: 'Beantwortet …', answerTitle: 'Antwort festhalten', outcome: 'Ergebnis', answerText: 'Antwort in Stichworten', answeredDay: 'Beantwortet am', answerNow: 'Festhalten', outcomeMissing: 'Bitte ein Ergebnis wählen.', saved: 'Gespeichert.',
  processing: 'Verzeichnis der Verarbeitungstätigkeiten', processingAbout: 'Was das Programm verarbeitet (Art. 30 DSGVO), als Vorlage für das Verzeichnis der Stadt. Prüfen und ergänzen Sie die Rechtsgrundlagen.',
  purpose: 'Zweck', basis: 'Rechtsgrundlage', persons: 'Wessen Daten', data: 'Welche Daten', recipients: 'Wer sie bekommt', retention: 'Wie lange', tables: 'Tabellen', health: 'Gesundheitsdaten', runs: 'Was der Dienst von selbst tut', last: 'zuletzt {{time}}: {{outcome}}', lastFailed: 'zuletzt {{time}}: fehlgeschlagen', next: 'das nächste Mal {{time}}', neverRan: 'noch nie gelaufen',
  tasks: {
    'feed': 'Frühere Stände löschen', 'commands': 'Antworten auf Befehle löschen', 'deliveries': 'Erledigte Zustellaufträge löschen', 'uploads': 'Dateien löschen, die zu nichts gehören', 'sign-ins': 'Abgelaufene Anmeldungen und gezählte Internetadressen löschen',
    'appointments': 'Alte Termine löschen', 'holds': 'Nicht bestätigte Terminbuchungen löschen', 'lettings': 'Alte Vermietungen löschen', 'conversations': 'Alte Nachrichten löschen', 'subscriptions': 'Bestellungen und Sendelisten der Meldungen löschen',
    'mailboxes': 'Nicht bestätigte Zustimmungen zum Postfach löschen', 'warnings': 'Alte amtliche Warnungen löschen', 'visits': 'Laufzettel ohne Impfung löschen', 'sessions': 'Abgeschlossene Impftage ins Archiv geben', 'records': 'Freigegebene Impfdokumentationen löschen',
    'cards': 'Alte Dienstausweise und ihre Fotos löschen', 'people': 'Akten zuordnen, Auskunftssperren beenden', 'leavers': 'Konten schließen, deren letzter Tag war', 'audit': 'Protokoll prüfen', 'anchor': 'Stand des Protokolls nach außen geben', 'requests': 'Beantwortete Anträge löschen',
  },
  did: {
    'removed': '{{amount}} gelöscht', 'forgotten': '{{amount}} gelöscht', 'deleted': '{{amount}} gelöscht', 'senders': '{{amount}} Internetadressen gelöscht', 'photos': '{{amount}} Fotos gelöscht', 'told': '{{amount}} gesendete Meldungen aus den Listen gelöscht', 'ended': '{{amount}} beendet',
    'computers': '{{amount}} Rechner vergessen', 'secrets': '{{amount}} beiseitegelegte Schlüssel gelöscht', 'archived': '{{amount}} ins Archiv gegeben', 'contacts': '{{amount}} Benachrichtigungen ins Archiv gegeben', 'left': '{{amount}} geschlossen', 'looked-at': '{{amount}} angesehen', 'channels': '{{amount}} Wege ergänzt', 'reasons': '{{amount}} Gründe gelöscht',
    'pruned-to': 'bis Stand {{amount}} gelöscht', 'intact': '{{amount}} Einträge unverändert', 'tampered': 'verändert ab Eintrag {{amount}}', 'anchored': '{{amount}} Einträge festgehalten', 'failed': 'Schritte fehlgeschlagen: {{amount}}',
  },
}
