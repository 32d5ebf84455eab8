import { sql, type Transaction } from 'kysely'
import type { Change, State } from '../../../shared/command.ts'
import { met } from '../../../shared/domains/vaccinations/meet.ts'
import type { Visit } from '../../../shared/domains/vaccinations/tables.ts'
import { areTwinVisits } from '../../../shared/domains/vaccinations/twins.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Completion } from '../../commands/context.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { withKnownDoses } from './known-history.ts'
import { lockedWhere } from './rows.ts'

/** Whoever comes in is known by what was documented about them, and two visits of one person are marked. */
export const withPersonKnown: Completion = async (trx, context) => completed(trx, context, visit => withKnownDoses(trx, context.moment.actor.townId, visit))

/** Marks two visits of one person, and takes the mark away where they turn out to be none. */
export const withVisitTwins: Completion = async (trx, context) => completed(trx, context, async visit => visit)

async function completed(trx: Transaction<Schema>, { changes, state, moment: { actor: { townId } } }: Parameters<Completion>[1], known: (visit: Visit) => Promise<Visit>): Promise<readonly Change[]> {
  const change = changes.find(({ table }) => table === 'vaccination_visits')?.row as Visit | undefined
  if (!change) return changes
  // Whoever comes in by another desk waits: both would find nobody.
  await loadRecords(trx, townId, [{ table: 'vaccination_sessions', id: change.sessionId }], true)
  const row = await withTakenOver(trx, townId, change, state)
  const marked = withMarks(await known(row), await others(trx, townId, row, state.get('vaccination_visits', row.id) ?? row))
  return [...changes.filter(other => other.row.id !== row.id), ...marked.map(visit => ({ table: 'vaccination_visits', row: visit }) as const)]
}

/**
 * A desk without a connection wrote a ticket for whoever it checked in, and the desk that took it over was here first: what is
 * known of the visit by then stays.
 */
async function withTakenOver(trx: Transaction<Schema>, townId: TownId, row: Visit, state: State): Promise<Visit> {
  if (state.get('vaccination_visits', row.id)) return row
  const known = await loadRecords(trx, townId, [{ table: 'vaccination_visits', id: row.id }], true)
  const kept = known.get(`vaccination_visits/${row.id}`) as Visit | undefined
  return kept ? met(kept, row) : row
}

/** The other visits of the session by whoever it is, or was until now. */
const others = async (trx: Transaction<Schema>, townId: TownId, { id, sessionId, vaccineeId, appointmentId }: Visit, before: Visit): Promise<readonly Visit[]> =>
  lockedWhere(trx, townId, 'vaccination_visits', sql<boolean>`session_id = ${sessionId} and id <> ${id}
    and (vaccinee_id in (${vaccineeId}, ${before.vaccineeId}) or appointment_id = ${appointmentId} or twin_id = ${id})`)

/** The visit and whichever others of the session are marked otherwise now. */
export function withMarks(visit: Visit, session: readonly Visit[]): readonly Visit[] {
  const twins = session.filter(other => areTwinVisits(visit, other))
  const freed = session.filter(other => other.twinId === visit.id && !twins.includes(other))
  return [
    { ...visit, twinId: twins[0]?.id ?? null },
    ...twins.filter(({ twinId }) => twinId === null).map(twin => ({ ...twin, twinId: visit.id })),
    ...freed.map(other => ({ ...other, twinId: session.find(one => areTwinVisits(other, one))?.id ?? null })),
  ]
}
