import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Change } from '../../../shared/command.ts'
import type { Vaccination, Visit } from '../../../shared/domains/vaccinations/tables.ts'
import { areTwins, stands } from '../../../shared/domains/vaccinations/twins.ts'
import { germanDay } from '../../../shared/german-days.ts'
import type { TownId, VaccinationId } from '../../../shared/ids.ts'
import type { Completion } from '../../commands/context.ts'
import type { Schema } from '../../store/schema.ts'
import { followers } from './follow-correction.ts'
import { visitsTold } from './known-history.ts'
import { healthScopesOf, lockedWhere, standingOf } from './rows.ts'

/**
 * A documentation gets its number, and its twin where another desk has documented the same: both are marked and neither is
 * refused. The counter comes first: whoever documents meanwhile waits there, and then finds this one.
 */
export const withNumber: Completion = async (trx, { changes, moment: { actor: { townId }, now } }) => {
  const row = changes.find(change => change.table === 'vaccinations')?.row
  if (!row) return changes
  const number = await nextNumber(trx, townId, germanDay(now).slice(0, 4))
  const twins = (await sameDay(trx, townId, row)).filter(other => areTwins(row, other))
  const marked = twins.filter(({ twinId }) => twinId === null).map(twin => ({ ...twin, twinId: row.id }))
  return [...changes.filter(change => change.row.id !== row.id), ...asChanges([{ ...row, number, twinId: twins[0]?.id ?? null }, ...marked])]
}

/** A correction gets a number of its own; the visit, twins, recalls, suspicions and whoever is to be vaccinated next go by it. */
export const withCorrection: Completion = async (trx, { changes, state, moment: { actor: { townId }, now } }) => {
  const rows = changes.flatMap(change => (change.table === 'vaccinations' ? [change.row] : []))
  const after = rows.find(({ replacesId }) => replacesId !== null && state.get('vaccinations', replacesId))
  const before = after?.replacesId ? state.get('vaccinations', after.replacesId) : undefined
  if (!after || !before) return changes
  const numbered = { ...after, number: await nextNumber(trx, townId, germanDay(now).slice(0, 4)) }
  const unsettled = await pointingAt(trx, townId, before.id)
  const twins = (await sameDay(trx, townId, after)).filter(other => other.id !== before.id && areTwins(after, other) && isOpen(before, other))
  const stillTwins = new Map(twins.filter(({ id, twinId }) => twinId === null || unsettled.some(one => one.id === id)).map(twin => [twin.id, { ...twin, twinId: after.id }]))
  const freed = await freedOf(trx, townId, before, unsettled.filter(({ id }) => !stillTwins.has(id)))
  return [
    ...changes.filter(({ row }) => row.id !== after.id),
    ...asChanges([{ ...numbered, twinId: twins[0]?.id ?? null }, ...stillTwins.values(), ...freed]),
    ...visitChanges(await visitOf(trx, townId, before, numbered), await visitsTold(trx, townId, before, numbered)),
    ...(await followers(trx, townId, before.id, after)),
  ]
}

/** What was never given no longer stands beside anything, and the visit may be documented as it was. */
export const withoutRecord: Completion = async (trx, { changes, moment: { actor: { townId } } }) => {
  const row = changes.find(change => change.table === 'vaccinations')?.row
  if (!row) return changes
  const freed = await freedOf(trx, townId, row, await pointingAt(trx, townId, row.id))
  return [...changes, ...asChanges(freed), ...visitChanges(await visitOf(trx, townId, row, null), await visitsTold(trx, townId, row, null))]
}

/** Numbers run through the year without gaps: the counter is held until the documentation is written. */
async function nextNumber(trx: Transaction<Schema>, townId: TownId, year: string): Promise<string> {
  const { last_number } = await trx.insertInto('vaccination_counters').values({ town_id: townId, year, last_number: 1 })
    .onConflict(conflict => conflict.columns(['town_id', 'year']).doUpdateSet({ last_number: sql<number>`vaccination_counters.last_number + 1` }))
    .returning('last_number').executeTakeFirstOrThrow()
  return `I-${year}-${String(last_number).padStart(6, '0')}`
}

/** Twins before the correction that somebody has looked at stay as they are; others are marked. */
const isOpen = (before: Vaccination, other: Vaccination): boolean => before.twinId === other.id || other.twinId === before.id || !areTwins(before, other)

const sameDay = async (trx: Transaction<Schema>, townId: TownId, { id, scope, vaccineeId, day }: Vaccination): Promise<readonly Vaccination[]> =>
  (await lockedWhere(trx, townId, 'vaccinations', sql<boolean>`vaccinee_id = ${vaccineeId} and day = ${day} and id <> ${id} and scope = any(${[...healthScopesOf(scope)]}::text[])`)).filter(stands)

const pointingAt = async (trx: Transaction<Schema>, townId: TownId, id: VaccinationId): Promise<readonly Vaccination[]> => lockedWhere(trx, townId, 'vaccinations', sql<boolean>`twin_id = ${id}`)

/** Documentations that have lost their twin, which is gone: those that are left stand beside each other. */
async function freedOf(trx: Transaction<Schema>, townId: TownId, gone: Vaccination, lost: readonly Vaccination[]): Promise<readonly Vaccination[]> {
  const freed: Vaccination[] = []
  for (const one of lost) {
    const other = lost.find(({ id }) => id !== one.id) ?? (await pointingAt(trx, townId, one.id)).find(({ id }) => id !== gone.id)
    freed.push({ ...one, twinId: other?.id ?? null })
  }
  return freed
}

/** The visit at which it was documented goes by what counts now: the correction, another documentation of it, or none. */
async function visitOf(trx: Transaction<Schema>, townId: TownId, before: Vaccination, after: Vaccination | null): Promise<readonly Visit[]> {
  const visits = await lockedWhere(trx, townId, 'vaccination_visits', sql<boolean>`id = ${before.visitId} and vaccination_id = ${before.id}`)
  const other = after ?? (await standingOf(trx, townId, before.scope, before.vaccineeId)).find(({ id, visitId }) => id !== before.id && visitId === before.visitId)
  const gone = { vaccinationId: null, vaccinatedAt: null, observeUntil: null }
  return visits.map(visit => (other ? { ...visit, vaccinationId: other.id, vaccinatedAt: other.at, person: other.person, vaccineeId: other.vaccineeId } : { ...visit, ...gone }))
}

/** Of a visit named twice the former, which tells what was documented at it, stays. */
const visitChanges = (own: readonly Visit[], told: readonly Visit[]): readonly Change[] =>
  [...own, ...told.filter(({ id }) => own.every(visit => visit.id !== id))].map(row => ({ table: 'vaccination_visits', row }) as const)

const asChanges = (rows: readonly Vaccination[]): readonly Change[] => rows.map(row => ({ table: 'vaccinations', row }) as const)
