import type { Completion } from '../../../commands/context.ts'
import { dropFiles } from '../typeset/kept-files.ts'

/** What was printed and posted is not printed again: its files are not needed any more. */
export const withFilesGone: Completion = async (trx, { changes, moment: { actor: { townId } } }) => {
  await dropFiles(trx, townId, changes.flatMap(change => (change.table === 'notices' ? [change.row.id] : [])))
  return changes
}
