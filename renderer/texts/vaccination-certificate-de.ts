/** Documentations on paper and their signatures; `vaccination-certificate-en.ts` has the same keys. */
export const vaccinationCertificateDe = {
  certificate: 'Impfbescheinigung', passLabel: 'Etikett', labels: 'Etiketten für den Impfausweis', signatures: 'Blätter zum Unterschreiben',
  offline: 'Wird im Rathaus gesetzt: Dafür fehlt die Verbindung.', notTransferred: 'Wird gerade übertragen; danach lässt sie sich drucken.', nothingChosen: 'Wählen Sie mindestens eine.',
  awaited: 'Unterschriften ausstehend', awaitedCount_one: '{{count}} Unterschrift ausstehend', awaitedCount_other: '{{count}} Unterschriften ausstehend', noneAwaited: 'Alle Impfungen dieses Tages sind unterschrieben.',
  hint: 'Gültig wird eine Impfdokumentation erst durch die Unterschrift der verantwortlichen Person. Drucken Sie die Blätter, lassen Sie sie von Hand unterschreiben, und vermerken Sie es danach hier.',
  all: 'Alle auswählen', choose: 'Auswählen', chooseOne: '{{name}} auswählen', number: 'Nummer', name: 'Name', born: 'Geboren', vaccine: 'Impfstoff, Charge', at: 'Zeit',
  noteSigned_one: '{{count}} als unterschrieben vermerken', noteSigned_other: '{{count}} als unterschrieben vermerken', noteSignedNone: 'Als unterschrieben vermerken', signedHint: 'Nur vermerken, was auf Papier unterschrieben vorliegt.', most: 'Höchstens {{count}} auf einmal.',
}
