import type { editingDe } from './editing-de.ts'
import type { Translated } from './translated.ts'

/** Editors of what a town sets up, whatever it is. */
export const editingEn: Translated<typeof editingDe> = {
  moveUp: 'Move {{what}} up', moveDown: 'Move {{what}} down', missingCount_one: '1 thing missing', missingCount_other: '{{count}} things missing',
  keeping: { untouched: 'Nothing changed yet', waiting: 'Saving …', kept: 'Draft saved', keptHere: 'Draft saved here, not transferred yet', failed: 'Not saved' },
  changedByOther: '{{name}} changed this draft while it was open here. You see the new state.',
}
