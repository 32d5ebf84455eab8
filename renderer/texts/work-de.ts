/** Work on the case; `work-en.ts` has the same keys. */
export const workDe = {
  complete: {
    title: 'Vollständigkeit', ok: 'Vollständig: Alle Angaben und Unterlagen sind da.', missing_one: 'Es fehlt noch etwas:', missing_other: 'Es fehlen noch {{count}} Dinge:',
    answer: '{{label}}: nicht ausgefüllt', wrong: '{{label}}: {{what}}', document: 'Unterlage: {{label}}', perhaps: 'Unterlage: {{label}} – bitte in den Anlagen nachsehen', ask: 'Das Fehlende nachfordern', askedBefore: 'Nachgefordert, es wird auf die Antwort gewartet.',
  },
  tasks: {
    title: 'Aufgaben', open_one: '1 offen', open_other: '{{count}} offen', allDone: 'alle erledigt', none: 'Keine Aufgaben.', required: 'vor der Entscheidung nötig', forLeads: 'Teamleitung',
    due: 'bis {{day}}', late: 'war fällig am {{day}}', doneBy: 'erledigt von {{name}}, {{time}}', done: 'Erledigt: {{title}}', add: 'Aufgabe hinzufügen', addTitle: 'Neue Aufgabe', what: 'Was ist zu tun?', who: 'Wer?', whoever: 'wer den Vorgang bearbeitet',
    until: 'Bis wann?', untilHint: 'TT.MM.JJJJ, freiwillig', save: 'Aufgabe anlegen', showDone_one: '1 erledigte zeigen', showDone_other: '{{count}} erledigte zeigen',
  },
  comments: {
    title: 'Austausch im Amt', hint: 'Mit @ nennen Sie Kolleginnen und Kollegen. Kommentare gehören nicht zur Akte, der Bürger sieht beides nicht.', label: 'Kommentar oder Vermerk', save: 'Kommentieren', note: 'Vermerk speichern',
    forYou: 'neu für Sie', suggestions: 'Kolleginnen und Kollegen', lead: 'Teamleitung', older_one: '1 älteren Kommentar zeigen', older_other: '{{count}} ältere Kommentare zeigen',
  },
  related: {
    title: 'Verwandte Vorgänge', none: 'Keine.', parent: 'Teil von', parts: 'Gehört dazu', merged: 'Mit diesem zusammengeführt', mergedNote: 'Anlagen und Nachrichten davon stehen hier mit in der Liste.', samePerson: 'Weitere Vorgänge derselben Person', more_one: 'und 1 älterer', more_other: 'und {{count}} ältere',
    link: 'Zuordnen …', unlink: 'Zuordnung aufheben', unmerge: 'Zusammenführung aufheben', linkTitle: 'Einem Vorgang zuordnen', linkText: 'Dieser Vorgang wird ein Teil des anderen. In beiden steht danach ein Verweis.', search: 'Aktenzeichen, Name oder Betreff', searching: 'Es wird gesucht …', nothing: 'Nichts gefunden.', type: 'Mindestens zwei Zeichen eingeben.',
    unmergeTitle: 'Zusammenführung aufheben?', unmergeText: '{{reference}} wird wieder ein eigener Vorgang und steht dann, wo er vorher stand.',
    keptIn: 'Dieser Vorgang ist als Doppel in {{reference}} aufgegangen.', openKept: '{{reference}} öffnen',
  },
  duplicates: {
    title: 'Vielleicht doppelt eingegangen', again: '{{name}} hat dieselbe Leistung innerhalb von 30 Tagen noch einmal beantragt ({{reference}}, eingegangen {{day}}).', alike: '{{reference}}, eingegangen {{day}}, enthält zu {{percent}} dieselben Angaben.', compare: 'Vergleichen',
    compareTitle: 'Zwei Anträge nebeneinander', field: 'Angabe', this: 'Dieser: {{reference}}', other: 'Der andere: {{reference}}', differs: 'verschieden', same: 'gleich', onlyDifferences: 'Nur Unterschiede zeigen', noDifferences: 'Alle Angaben sind gleich.',
    received: 'Eingang', applicant: 'Antragsteller', status: 'Status', mergeText: 'Beim Zusammenführen wird {{duplicate}} als Doppel beendet. Seine Anlagen und Nachrichten stehen dann in {{kept}}. Der Bürger erfährt davon nichts. Aufheben lässt sich das, bis {{kept}} entschieden ist.', mergeThis: 'Diesen beenden, {{reference}} weiterführen', mergeOther: '{{reference}} beenden, diesen weiterführen', impossible: '{{reference}} kann nicht als Doppel beendet werden: {{why}}',
  },
  handOver: {
    open: 'Abgeben …', title: 'An ein anderes Amt abgeben', text: 'Der Vorgang liegt danach im anderen Amt, frei für alle dort. Ihr Amt behält nichts davon: keine Anlagen, keine Nachrichten, keine Kommentare.', offline: 'Ohne Verbindung wird die Abgabe vorgemerkt und erst mit der Übertragung gültig.', department: 'Amt', choose: 'Bitte wählen', reason: 'Grund', reasonHint: 'steht im Verlauf', confirm: 'Abgeben', chooseFirst: 'Wählen Sie das Amt.',
  },
  reopen: {
    open: 'Wieder aufnehmen …', title: 'Vorgang wieder aufnehmen', text: 'Die bisherige Entscheidung bleibt in der Akte und gilt, bis eine neue freigegeben ist. Der Bürger erfährt von der Wiederaufnahme nichts.', textClosed: 'Der Vorgang geht wieder in Bearbeitung. Der Bürger erfährt davon nichts.', reason: 'Grund', confirm: 'Wieder aufnehmen',
  },
  story: {
    filter: 'Zeigen', all_one: '1 früheren Eintrag zeigen', all_other: '{{count}} frühere Einträge zeigen', nothing: 'Dazu steht nichts im Verlauf.',
    groups: { decision: 'Entscheidung', mail: 'Schriftverkehr und Frist', notes: 'Vermerke', work: 'Bearbeitung', views: 'Ansichten' },
  },
}
