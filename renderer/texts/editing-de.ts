/** Editors of what a town sets up, whatever it is; `editing-en.ts` has the same keys. */
export const editingDe = {
  moveUp: '{{what}} nach oben', moveDown: '{{what}} nach unten', missingCount_one: '1 Stelle fehlt', missingCount_other: '{{count}} Stellen fehlen',
  keeping: { untouched: 'Noch nichts geändert', waiting: 'Wird gespeichert …', kept: 'Entwurf gespeichert', keptHere: 'Entwurf hier gespeichert, noch nicht übertragen', failed: 'Nicht gespeichert' },
  changedByOther: '{{name}} hat diesen Entwurf geändert, während er hier offen war. Sie sehen den neuen Stand.',
}
