/** Own views; `saved-views-en.ts` has the same keys. */
export const savedViewsDe = {
  title: 'Eigene Ansichten',
  menu: 'Ansicht', menuOf: 'Ansicht „{{name}}“', saveAs: 'Ansicht speichern …', keepChanges: 'Änderungen in dieser Ansicht speichern', edit: 'Umbenennen und teilen …', rename: 'Umbenennen …', delete: 'Löschen',
  saveTitle: 'Ansicht speichern', editTitle: 'Ansicht ändern', name: 'Name der Ansicht', nameMissing: 'Bitte geben Sie der Ansicht einen Namen.',
  forWhom: 'Für wen', onlyMe: 'Nur für mich', everybodyIn: 'Für alle in „{{name}}“', tell: 'Bescheid geben, sobald etwas darin ist', save: 'Speichern',
  deleted: 'Ansicht „{{name}}“ gelöscht.', undo: 'Rückgängig', filled: 'In Ihrer Ansicht „{{name}}“ ist etwas Neues.',
  ownHint: 'Nur für Sie', sharedHint: '{{department}}, angelegt von {{owner}}', moreThan: 'über {{formatted}}',
  sharedBy: 'Geteilt von {{owner}}', sharedByYou: 'Von Ihnen geteilt', empty: 'In dieser Ansicht ist gerade nichts.', changed: 'Diese Ansicht zeigt mehr oder weniger als gespeichert.',
}
