import type { Completion } from '../../commands/context.ts'
import { renewEpochs } from '../../store/rights.ts'

/** Rights that change begin new lives of the scopes concerned: desks that have them load them, desks that lost them drop them. */
export const completeRights: Completion = async (trx, { changes, state, moment: { actor: { townId }, now } }) => {
  for (const change of changes) {
    const before = change.table === 'staff' ? state.get('staff', change.row.id) : undefined
    if (change.table === 'staff' && before) await renewEpochs(trx, { townId, at: now }, before, change.row)
  }
  return changes
}
