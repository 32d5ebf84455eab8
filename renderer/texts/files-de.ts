/** Files; `files-en.ts` has the same keys. */
export const filesDe = {
  title: 'Dateien',
  document: 'Dokument', tools: 'Werkzeuge für die Ansicht', pageOf: 'Seite {{page}} von {{count}}', percent: '{{percent}} %',
  previousPage: 'Vorige Seite', nextPage: 'Nächste Seite', smaller: 'Kleiner', larger: 'Größer', fitWidth: 'So breit wie das Fenster',
  pageBroken: 'Diese Seite ist beschädigt und lässt sich nicht anzeigen.',
}
