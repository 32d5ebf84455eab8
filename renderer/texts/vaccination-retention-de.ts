/** What is kept for longer than the law asks for, and its deletion; `vaccination-retention-en.ts` has the same keys. */
export const vaccinationRetentionDe = {
  title: 'Aufbewahrung', rule: 'Dokumentationen werden zehn Jahre und bis zum Ende des Jahres aufbewahrt (§ 630f Abs. 3 BGB). Was mit einem Verdacht auf Schädigung zusammenhängt, bleibt.',
  nothing: 'Nichts liegt länger zurück.', onTheWay: 'Eine Löschung ist freigegeben. Der Dienst führt sie innerhalb einer Stunde aus.',
  due_one: '{{formatted}} Dokumentation von vor dem {{before}} wird nicht mehr gebraucht.', due_other: '{{formatted}} Dokumentationen von vor dem {{before}} werden nicht mehr gebraucht.',
  days_one: 'Vom Impftag am {{first}}.', days_other: 'Von {{count}} Impftagen zwischen dem {{first}} und dem {{last}}.',
  propose: 'Löschung vorschlagen', proposeAnew: 'Neu vorschlagen',
  proposedByYou: 'Sie haben am {{at}} vorgeschlagen, sie zu löschen. Eine andere Leitung oder eine Ärztin oder ein Arzt des Amtes gibt es frei.',
  proposedBy: '{{name}} hat am {{at}} vorgeschlagen, sie zu löschen.', outdated: 'Seit dem Vorschlag hat sich die Liste geändert. Schlagen Sie neu vor.',
  release: 'Freigeben und löschen', releaseTitle: 'Dokumentationen endgültig löschen?',
  releaseText_one: '{{formatted}} Dokumentation wird mit allen Fassungen gelöscht. Das lässt sich nicht rückgängig machen.',
  releaseText_other: '{{formatted}} Dokumentationen werden mit allen Fassungen gelöscht. Das lässt sich nicht rückgängig machen.',
  typeNumber: 'Zur Bestätigung die Anzahl eintippen', wrongNumber: 'Es sind {{formatted}}.', releaseNow: 'Endgültig löschen',
  deletions: 'Gelöscht', when: 'Freigegeben', who: 'Vorschlag und Freigabe', count: 'Dokumentationen', state: 'Stand', done: 'gelöscht am {{at}}', running: 'wird innerhalb einer Stunde gelöscht', both: '{{proposed}}, {{released}}',
} as const
