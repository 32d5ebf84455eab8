import { totalOf } from '../../../../shared/domains/halls/prices.ts'
import type { HallBooking } from '../../../../shared/domains/halls/tables.ts'
import type { Effects } from '../../../commands/context.ts'
import { hallMail, type Told } from './jobs.ts'

/** Whoever asked for a house is told what was decided; a series is told of at once, under the first of its times. */
const telling = (what: Told): Effects => ({ changes }) => {
  const [first] = changes.flatMap(change => (change.table === 'hall_bookings' ? [change.row] : [])).toSorted(inOrder)
  return { changes: [], jobs: first ? hallMail(first, what) : [] }
}

const inOrder = (one: HallBooking, other: HallBooking): number => (one.startsAt < other.startsAt ? -1 : 1)

export const onHallApproved = telling('approved')
export const onHallRefused = telling('refused')
export const onHallCancelled = telling('cancelled')

/** Only of what somebody would have to know: a mistake in the name is put right without a word. */
export const onHallCorrected: Effects = context => {
  const matters = context.changes.some(change => {
    const before = change.table === 'hall_bookings' && context.state.get('hall_bookings', change.row.id)
    if (!before || change.table !== 'hall_bookings') return false
    const { row } = change
    return row.startsAt !== before.startsAt || row.endsAt !== before.endsAt || row.depositCents !== before.depositCents || totalOf(row.prices) !== totalOf(before.prices)
  })
  return matters ? telling('corrected')(context) : { changes: [], jobs: [] }
}
