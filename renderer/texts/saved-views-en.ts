/** Own views; `saved-views-de.ts` has the same keys. */
export const savedViewsEn = {
  title: 'Own views',
  menu: 'View', menuOf: 'View “{{name}}”', saveAs: 'Save view …', keepChanges: 'Save changes in this view', edit: 'Rename and share …', rename: 'Rename …', delete: 'Delete',
  saveTitle: 'Save view', editTitle: 'Change view', name: 'Name of the view', nameMissing: 'Please give the view a name.',
  forWhom: 'For whom', onlyMe: 'Only for me', everybodyIn: 'For everybody in “{{name}}”', tell: 'Tell me as soon as there is something in it', save: 'Save',
  deleted: 'View “{{name}}” deleted.', undo: 'Undo', filled: 'There is something new in your view “{{name}}”.',
  ownHint: 'For you alone', sharedHint: '{{department}}, made by {{owner}}', moreThan: 'over {{formatted}}',
  sharedBy: 'Shared by {{owner}}', sharedByYou: 'Shared by you', empty: 'There is nothing in this view right now.', changed: 'This view shows more or less than what was saved.',
}
