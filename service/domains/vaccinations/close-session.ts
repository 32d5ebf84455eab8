import { sql } from 'kysely'
import type { Change } from '../../../shared/command.ts'
import { plusCalendarDays, startOfGermanDay } from '../../../shared/german-days.ts'
import type { RowOf } from '../../../shared/tables.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Completion } from '../../commands/context.ts'
import { lockedWhere } from './rows.ts'

/**
 * The evening of a session settles its appointments: whoever was here has been served, whoever had a time by then and was not
 * has not come. No desk knows that alone; one that comes back later with a check-in mends it (`ownAppointment`). Times that
 * still lie ahead, where a session is closed early, stay as they are: nobody has missed them.
 */
export const withDayEnded: Completion = async (trx, { changes, moment: { actor: { townId }, now } }) => {
  const session = changes.find(change => change.table === 'vaccination_sessions')?.row
  if (session?.status !== 'closed') return changes
  const { placeId, day, resourceIds } = session
  const open = await lockedWhere(trx, townId, 'appointments', sql<boolean>`place_id = ${placeId} and resource_id = any(${[...resourceIds]}::text[]) and status in ('booked', 'serving')
    and starts_at >= ${startOfGermanDay(day)} and starts_at < ${startOfGermanDay(plusCalendarDays(day, 1))} and starts_at <= ${now}`)
  return [...changes, ...open.map((row): Change => ({ table: 'appointments', row: { ...row, ...endOf(row.status, now) } }))]
}

const endOf = (status: RowOf<'appointments'>['status'], now: Instant): Partial<RowOf<'appointments'>> =>
  ({ status: status === 'serving' ? 'finished' : 'missed', endedAt: now, before: null, steppedAt: now })
