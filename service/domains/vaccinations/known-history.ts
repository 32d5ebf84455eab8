import { sql, type Transaction } from 'kysely'
import { withHistory } from '../../../shared/domains/vaccinations/meet.ts'
import type { EarlierDose, Vaccination, Vaccine, Visit } from '../../../shared/domains/vaccinations/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { healthScopesOf, lockedWhere, standingOf } from './rows.ts'

/** A visit that knows what was documented here about the person before; what was known of somebody else is taken out. */
export async function withKnownDoses(trx: Transaction<Schema>, townId: TownId, visit: Visit): Promise<Visit> {
  const standing = visit.vaccineeId ? await standingOf(trx, townId, visit.scope, visit.vaccineeId) : []
  return rewritten(visit, standing, await vaccinesOf(trx, townId, standing))
}

/** Visits still to be vaccinated of persons about whom a documentation changed: they know what counts now. */
export async function visitsTold(trx: Transaction<Schema>, townId: TownId, before: Vaccination, after: Vaccination | null): Promise<readonly Visit[]> {
  const told: Visit[] = []
  for (const vaccineeId of new Set([before.vaccineeId, after?.vaccineeId ?? before.vaccineeId])) {
    const standing = (await standingOf(trx, townId, before.scope, vaccineeId)).filter(({ id }) => id !== before.id)
    const open = await lockedWhere(trx, townId, 'vaccination_visits', sql<boolean>`vaccinee_id = ${vaccineeId} and vaccination_id is null and departed is null and scope = ${healthScopesOf(before.scope)[0]}`)
    const counting = after?.vaccineeId === vaccineeId ? [...standing, after] : standing
    const vaccines = await vaccinesOf(trx, townId, counting)
    told.push(...open.map(visit => rewritten(visit, counting, vaccines)))
  }
  return told
}

/** The dose of the visit itself is no earlier one. */
function rewritten(visit: Visit, standing: readonly Vaccination[], vaccines: ReadonlyMap<string, Vaccine>): Visit {
  const doses = standing.filter(({ visitId }) => visitId !== visit.id).map(one => earlierDose(one, vaccines.get(one.vaccineId)))
  return { ...visit, history: [...withHistory(visit.history.filter(({ source }) => source !== 'here'), doses)] }
}

const earlierDose = ({ id, day, vaccineName, diseases, lot }: Vaccination, vaccine: Vaccine | undefined): EarlierDose =>
  ({ day, vaccineName, vaccine: vaccine?.snomed || null, diseases, isLive: vaccine?.isLive ?? null, lot, source: 'here', vaccinationId: id })

async function vaccinesOf(trx: Transaction<Schema>, townId: TownId, given: readonly Vaccination[]): Promise<ReadonlyMap<string, Vaccine>> {
  const rows = await loadRecords(trx, townId, given.map(({ vaccineId }) => ({ table: 'vaccines', id: vaccineId }) as const), false)
  return new Map([...rows.values()].map(row => [row.id, row as Vaccine]))
}
