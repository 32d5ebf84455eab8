/** Services from town to town; `service-exchange-en.ts` has the same keys. */
export const serviceExchangeDe = {
  takeTitle: 'Von einer anderen Stadt übernehmen', takeIntro: 'Wählen Sie die Datei, die eine andere Stadt gespeichert hat. Sie sehen zuerst, was darin ist; übernommen wird nur, was Sie auswählen, und nur als Entwurf.',
  chooseFile: 'Datei wählen', otherFile: 'Andere Datei wählen', reading: 'Die Datei wird geprüft …',
  choose: 'Aus der Datei auswählen', from: 'Datei der Stadt {{town}} vom', fingerprint: 'Fragen Sie dort am Telefon nach, ob die Prüfzeichen stimmen:',
  services: 'Leistungen', templates: 'Briefvorlagen', none: 'Keine in der Datei.',
  standing: { new: 'neu für Sie', same: 'haben Sie genau so', changed: 'haben Sie anders', clash: 'daran schreibt bei Ihnen gerade jemand' },
  department: 'Amt für neue Leistungen', departmentHint: 'Leistungen, die Sie schon haben, bleiben in ihrem Amt und behalten Ihre Ansprechperson.',
  take_one: 'Einen Entwurf anlegen', take_other: '{{count}} Entwürfe anlegen', taken_one: 'Ein Entwurf ist angelegt.', taken_other: '{{count}} Entwürfe sind angelegt.', takenNext: 'Bürgerinnen und Bürger sehen noch nichts davon.',
  lastImport_one: 'Ein Entwurf übernommen am', lastImport_other: '{{count}} Entwürfe übernommen am', next: 'Lesen, ergänzen und veröffentlichen Sie sie hier:', undo: 'Übernahme zurücknehmen',
  undone_one: 'Ein Entwurf ist verworfen.', undone_other: '{{count}} Entwürfe sind verworfen.', kept_one: 'Einer bleibt, weil jemand daran geschrieben oder ihn veröffentlicht hat.', kept_other: '{{count}} bleiben, weil jemand daran geschrieben oder sie veröffentlicht hat.',
  giveTitle: 'An andere Städte weitergeben', giveIntro: 'Die Datei enthält alle angebotenen Leistungen und Briefvorlagen mit Formular, Gebühren und Fristen, aber keine Ansprechpersonen, nicht, wer sie geschrieben hat, und nichts aus Vorgängen. Stehen Namen in Ihren Texten, nehmen Sie sie vorher heraus.',
  give: 'Datei speichern', given: 'Gespeichert: {{services}} Leistungen und {{templates}} Briefvorlagen.', fileName: 'Leistungen',
  parts: {
    title: 'Name', description: 'Beschreibung', legalBasis: 'Rechtsgrundlage', deadline: 'Frist', releaseMode: 'Freigabe', singleUpToCents: 'Betrag bis zur Freigabe durch eine Person', steps: 'Arbeitsschritte', automatic: 'Was von selbst geschieht', documents: 'Unterlagen', fees: 'Gebühren', retention: 'Aufbewahrung', form: 'Fragen des Formulars',
    serviceId: 'Leistung der Vorlage', outcome: 'Art des Briefs', position: 'Reihenfolge', subject: 'Betreff', paragraphs: 'Text', asked: 'Angaben der Sachbearbeitung', remedies: 'Rechtsbehelf', other: 'etwas, das dieses Programm nicht kennt',
  },
  differs: 'Anders: {{part}}', reads: '{{part}}: bei Ihnen „{{here}}“, in der Datei „{{there}}“', nothing: 'nichts',
  questions: { added: 'Neue Frage: {{label}}', removed: 'Diese Frage fällt weg: {{label}}', changed: 'Diese Frage ist anders: {{label}}' },
}
