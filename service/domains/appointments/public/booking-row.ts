import type { Transaction } from 'kysely'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import type { Instant } from '../../../../shared/time.ts'
import { commitChanges, type Origin } from '../../../store/commit.ts'
import type { Schema } from '../../../store/schema.ts'
import { problemOfTime, staleHoldsUnder } from '../guard-booking.ts'

/** What a citizen did, as the audit log says it. */
type Action = 'booking.hold' | 'booking.confirm' | 'booking.move' | 'booking.cancel'

/** Writes an appointment that a citizen books, unless the rule for everybody who books stands against it. */
export async function writeBooking(trx: Transaction<Schema>, townId: TownId, row: Appointment, action: Action, now: Instant): Promise<Result<Appointment>> {
  const problem = await problemOfTime(trx, townId, row, now)
  if (problem) return { ok: false, error: problem }
  const stale = await staleHoldsUnder(trx, townId, row, now)
  await commitChanges(trx, byCitizen(townId, action, now), [...stale, { table: 'appointments', row }])
  return ok(row)
}

/** A citizen without an account: the audit log names the appointment and nobody. */
export const byCitizen = (townId: TownId, action: Action, at: Instant): Origin => ({ townId, actor: null, action, commandId: null, at })
