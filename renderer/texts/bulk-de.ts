/** Work on many cases, export, and the small acts on one case; `bulk-en.ts` has the same keys. */
export const bulkDe = {
  title: 'Sammelbearbeitung',
  select: { row: '{{reference}} auswählen', all: 'Alle Vorgänge der Liste auswählen', count_one: '1 Vorgang ausgewählt', count_other: '{{formatted}} Vorgänge ausgewählt', wholeList: 'Alle {{formatted}} der Liste', clear: 'Auswahl aufheben' },
  actions: { claim: 'Übernehmen', assign: 'Zuweisen …', 'follow-up': 'Wiedervorlage …', tag: 'Schlagwörter …', close: 'Beenden …' },
  many_one: 'Gilt für 1 ausgewählten Vorgang.', many_other: 'Gilt für {{formatted}} ausgewählte Vorgänge, für jeden einzeln. Was bei einem nicht geht, hält die anderen nicht auf.',
  claimTitle: 'Vorgänge übernehmen', claimConfirm: 'Übernehmen',
  run: {
    name: { claim: 'Übernehmen', assign: 'Zuweisen', 'follow-up': 'Wiedervorlage', tag: 'Schlagwörter', close: 'Beenden' },
    progress: '{{done}} von {{total}}', refused_one: '1 nicht möglich', refused_other: '{{formatted}} nicht möglich', skipped_one: '1 war schon so', skipped_other: '{{formatted}} waren schon so', doneCount_one: '1 erledigt', doneCount_other: '{{formatted}} erledigt',
    running: 'läuft', paused: 'angehalten', ended: 'fertig', cancelled: 'abgebrochen', pause: 'Anhalten', resume: 'Fortsetzen', cancel: 'Abbrechen', forget: 'Schließen', results: 'Ergebnis ansehen', label: 'Fortschritt der Sammelbearbeitung',
    waits: 'Von selbst angehalten: {{why}}',
  },
  results: {
    title: 'Ergebnis: {{what}}', table: 'Ergebnis je Vorgang', all: 'Alle', done: 'Erledigt', refused: 'Nicht möglich', skipped: 'War schon so', show: 'Zeigen', case: 'Vorgang', what: 'Ergebnis', applicant: 'Antragsteller', more: 'Weitere zeigen', none: 'Keine.', save: 'Als CSV speichern', filename: 'ergebnis', why: 'Grund', subject: 'Betreff', reference: 'Aktenzeichen', open: '{{reference}} öffnen',
  },
  handling: { title: 'Bearbeitung', followUp: 'Wiedervorlage', assign: 'Zuweisen', tags: 'Schlagwörter', close: 'Beenden', followUpOn: 'Wiedervorlage am {{day}}', followUpOnAnswer: 'Wiedervorlage, wenn die Antwort kommt', followUpGone: 'Wiedervorlage aufgehoben', followUpBoth: 'Wiedervorlage am {{day}} oder wenn die Antwort kommt', followUpDue: 'Wiedervorlage seit {{day}} fällig' },
  followUp: {
    title: 'Wiedervorlage', week: '+1 Woche', weeks: '+2 Wochen', month: '+1 Monat', day: 'Tag', dayHint: 'TT.MM.JJJJ. Ein Wochenende oder Feiertag rückt auf den nächsten Werktag.', dayWrong: 'Geben Sie einen Tag ab heute an, zum Beispiel 15.12.2026.', onAnswer: 'Auch sobald der Bürger antwortet',
    note: 'Wozu?', noteHint: 'Steht am Vorgang, der Bürger sieht es nicht.', save: 'Auf Wiedervorlage legen', clear: 'Wiedervorlage aufheben', nothing: 'Wählen Sie einen Tag oder die Antwort des Bürgers.', quick: 'Tag wählen', moved: 'Der {{chosen}} ist kein Werktag, es wird der {{day}}.',
  },
  assign: {
    title: 'Vorgang zuweisen', titleMany: 'Vorgänge zuweisen', person: 'An wen?', personHint: 'Dahinter steht, wie viele offene Vorgänge die Person hat.', load_one: '1 offen', load_other: '{{count}} offen', me: '{{name}} (ich)', reason: 'Grund', reasonHint: 'Freiwillig. Steht im Verlauf.', confirm: 'Zuweisen', missing: 'Wählen Sie eine Person aus der Liste.', nobody: 'Niemand passt dazu.', show: 'Personen zeigen',
  },
  tags: {
    title: 'Schlagwörter', add: 'Hinzufügen', addHint: 'Eingabe fügt hinzu. Vorschläge sind Schlagwörter, die es schon gibt.', remove: 'Herausnehmen', current: 'Schlagwörter des Vorgangs', toAdd: 'Kommt hinzu', toRemove: 'Kommt weg', none: 'Noch keine.', removeOne: '{{tag}} herausnehmen', save: 'Schlagwörter speichern', suggestions: 'Vorschläge zeigen', nothing: 'Fügen Sie ein Schlagwort hinzu oder nehmen Sie eines heraus.',
  },
  close: {
    title: 'Ohne Entscheidung beenden', text: 'Der Vorgang endet, die Frist läuft nicht weiter. {{name}} erfährt Art und Grund im Postfach.', textMany: 'Die Vorgänge enden, die Fristen laufen nicht weiter. Alle Betroffenen erfahren Art und Grund in ihrem Postfach.',
    kind: 'Warum endet er?', withdrawn: 'Antrag zurückgenommen', duplicate: 'Doppelt eingegangen', 'not-competent': 'Nicht zuständig', other: 'Anderer Grund', kindMissing: 'Wählen Sie, warum der Vorgang endet.', reason: 'Grund, den der Bürger liest', confirm: 'Beenden und Nachricht senden',
  },
  export: {
    open: 'Ausgeben', title: 'Liste ausgeben', text_one: '1 Vorgang mit den Spalten, die Sie gerade sehen.', text_other: '{{formatted}} Vorgänge mit den Spalten, die Sie gerade sehen, in der Reihenfolge der Liste.', format: 'Art der Datei', csv: 'CSV (Textdatei)', xlsx: 'Excel (XLSX)', columns: 'Spalten',
    many: 'Das sind personenbezogene Daten von mehr als 1.000 Vorgängen. Die Datei ist nicht verschlüsselt. Anzahl, Spalten und Ihr Name stehen im Prüfprotokoll.', consent: 'Ich brauche alle diese Vorgänge für meine Aufgabe.', consentMissing: 'Bestätigen Sie, dass Sie alle diese Vorgänge brauchen.',
    protocol: 'Die Ausgabe steht im Prüfprotokoll: Anzahl und Spalten, keine Inhalte.', confirm: 'Datei erstellen', progress: '{{done}} von {{total}} Vorgängen gelesen', writing: 'Die Datei wird geschrieben …', cancel: 'Abbrechen', done_one: 'Die Datei mit 1 Vorgang liegt bei Ihren Downloads.', done_other: 'Die Datei mit {{formatted}} Vorgängen liegt bei Ihren Downloads.', filename: 'vorgaenge', label: 'Fortschritt der Ausgabe', unread: 'Ungelesene Nachrichten', attachments: 'Anlagen', empty: 'Die Liste ist leer, es gibt nichts auszugeben.',
  },
}
