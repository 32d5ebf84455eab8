/** The page on which a town is set up; `town-setup-en.ts` has the same keys. */
export const townSetupDe = {
  intro: 'Was die Stadt braucht, bevor Bürgerinnen und Bürger kommen. Jeder Schritt ist gespeichert, sobald er getan ist; Sie können jederzeit gehen und später weitermachen.',
  allDone: 'Alles Wichtige ist eingerichtet', progress_one: 'Noch ein Schritt', progress_other: 'Noch {{count}} Schritte',
  done: 'erledigt', open: 'offen', go: 'Zur Seite',
  steps: { branding: 'Wappen und Farbe', departments: 'Abteilungen', letterheads: 'Briefköpfe', people: 'Personen', services: 'Leistungen' },
  about: {
    branding: 'So sehen Bürgerinnen und Bürger, dass sie bei ihrer Stadt sind.',
    departments: '{{departments}} angelegt. Abteilungen und Konten legt die Betreuung des Dienstes beim Einrichten an.',
    letterheads: '{{withLetterhead}} von {{departments}} Abteilungen haben einen Briefkopf. Ohne ihn gehen keine Briefe hinaus.',
    people: '{{accounts}} Konten sind eingeschaltet.',
    services: '{{services}} Leistungen werden angeboten.',
  },
  colour: 'Farbe der Stadt', colourHint: 'Als Zahl, zum Beispiel #0b4f8a. Sie muss dunkel genug sein, dass man sie auf Weiß lesen kann.', choose: 'Oder auswählen',
  noColour: 'Schreiben Sie die Farbe mit # und sechs Ziffern oder Buchstaben von a bis f.', tooLight: 'Schrift in dieser Farbe wäre auf Weiß nicht gut zu lesen. Nehmen Sie eine dunklere.',
  crest: 'Wappen', crestHint: 'Eine SVG-Datei aus Formen und Farben oder ein PNG bis 2000 × 2000 Punkte. Angaben in der Datei über Verfasser und Ort werden entfernt.',
  chooseCrest: 'Datei wählen', otherCrest: 'Anderes wählen', removeCrest: 'Entfernen', crestOf: 'Wappen von {{name}}',
  preview: 'So sieht der Kopf der Seiten aus', sample: 'Ein Verweis', save: 'Speichern', saved: 'Wappen und Farbe sind gespeichert.',
}
