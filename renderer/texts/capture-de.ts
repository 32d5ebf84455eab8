/** Taking an application down and forms to be filled in; `capture-en.ts` has the same keys. */
export const captureDe = {
  title: 'Antrag aufnehmen',
  intro: 'Für Anträge auf Papier und am Telefon. Daraus wird ein Vorgang wie jeder andere, auch ohne Netz.',
  optional: '{{label}} (freiwillig)', choose: 'Bitte wählen',
  service: 'Leistung', findService: 'Leistung suchen', noService: 'In Ihren Ämtern gibt es keine Leistung mit diesem Namen.', otherService: 'Andere Leistung',
  receipt: 'Eingang', channel: 'Eingegangen', stampDay: 'Tag des Eingangsstempels', callDay: 'Tag des Anrufs', receivedHint: 'Mit diesem Tag beginnt die Frist.',
  formChanged: 'Das Formular hat inzwischen eine neue Fassung ({{version}}). Bitte sehen Sie Ihre Angaben noch einmal durch.',
  papers: 'Eingescanntes Papier', papersHint: 'PDF oder Bild. Kommt als Anlage in den Vorgang.', addPaper: 'Datei wählen …',
  papersMissing_one: 'Eine Datei ist nicht im Vorgang.', papersMissing_other: '{{count}} Dateien sind nicht im Vorgang.', papersMissingTodo: 'Der Antrag ist aufgenommen. Fügen Sie sie im Vorgang unter „Anlagen“ hinzu; dort steht auch, was an der Datei nicht stimmt.',
  take: 'Antrag aufnehmen', discard: 'Entwurf verwerfen', draftKept: 'Ihr Entwurf bleibt auf diesem Arbeitsplatz gespeichert.',
  putBack: 'Im Formular weiterbearbeiten', putBackHint: 'Ihre Angaben stehen dann wieder unter „Antrag aufnehmen“.',
  otherBegun: 'In der Aufnahme liegt schon ein angefangener Antrag.', otherBegunTodo: 'Nehmen Sie ihn auf oder verwerfen Sie den Entwurf. Dann holen Sie diesen Antrag noch einmal aus „Klärung nötig“.',
  problems_one: 'Eine Angabe fehlt oder passt nicht.', problems_other: '{{count}} Angaben fehlen oder passen nicht.',
  provisional: 'vorläufig', provisionalReference: 'Aktenzeichen folgt', provisionalMeaning: 'Das Aktenzeichen vergibt der zentrale Dienst, sobald der Antrag übertragen ist.',
  noMailbox: 'Kein Postfach: Der Bescheid wird gedruckt.',
  noMailboxMeaning: 'Der Antrag kam auf Papier oder am Telefon, eine E-Mail-Adresse ist nicht bekannt. Nachrichten an diese Person gehen als Brief.',
  noMailboxFromPortal: 'Der Antrag kam über das Portal des Landes, eine E-Mail-Adresse ist nicht bekannt. Der Bescheid geht als Brief. Nachrichten erreichen diese Person nur, wenn im Portal ein Weg zurück angegeben war; sonst schreiben Sie einen Brief.',
}
