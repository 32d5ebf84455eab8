import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { TEAM } from '../../../shared/domains/vaccinations/roles.ts'
import type { SideEffect, Vaccination, VaccinationSession, Visit } from '../../../shared/domains/vaccinations/tables.ts'
import type { TownId, VaccinationId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { isArchiveScope } from '../../../shared/scope.ts'
import type { RowOf } from '../../../shared/tables.ts'
import type { Instant } from '../../../shared/time.ts'
import type { WholeRecord } from '../../../shared/wire/vaccinations.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { noteReading, scopesOpenTo } from './health-access.ts'

export interface Asked {
  readonly vaccinationId: VaccinationId
  readonly purpose: string
}

/** One documentation with all its versions, for the team of the scope; noted before anything is told. */
export async function wholeRecord(database: Database, access: Access, { vaccinationId, purpose }: Asked, now: Instant): Promise<Result<WholeRecord>> {
  const { db } = database
  const { townId } = access.actor
  const record = await recordOpenTo(db, access, vaccinationId)
  if (!record) return refuse('commands/record-missing', { table: 'vaccinations' })
  await noteReading(database, access, { kind: 'read', purpose, about: record.id, scope: record.scope }, now)
  const { visit, session, place } = await surroundings(db, townId, record)
  const versions = await versionsOf(db, townId, record)
  return ok({
    record, versions: [...versions], visit: visit ?? null, sideEffects: [...(await sideEffectsOf(db, townId, versions.map(({ id }) => id)))],
    sessionTitle: session?.title ?? '', placeName: place?.name ?? '', isArchived: isArchiveScope(record.scope),
  })
}

/** The documentation, if it lies open to whoever asks: one that does not is none. */
export async function recordOpenTo(db: Kysely<Schema>, access: Access, id: VaccinationId): Promise<Vaccination | undefined> {
  const record = await vaccinationOf(db, access.actor.townId, id)
  return record && scopesOpenTo(access, TEAM).includes(record.scope) ? record : undefined
}

const vaccinationOf = async (db: Kysely<Schema>, townId: TownId, id: string): Promise<Vaccination | undefined> =>
  (await loadRecords(db, townId, [{ table: 'vaccinations', id }], false)).get(`vaccinations/${id}`) as Vaccination | undefined

/** From the first version to the last. */
async function versionsOf(db: Kysely<Schema>, townId: TownId, record: Vaccination): Promise<readonly Vaccination[]> {
  const versions = [record]
  for (let next = record.replacesId; next !== null; next = versions[0]?.replacesId ?? null) {
    const before = await vaccinationOf(db, townId, next)
    if (!before) break
    versions.unshift(before)
  }
  for (let next = record.replacedById; next !== null; next = versions.at(-1)?.replacedById ?? null) {
    const after = await vaccinationOf(db, townId, next)
    if (!after) break
    versions.push(after)
  }
  return versions
}

async function surroundings(db: Kysely<Schema>, townId: TownId, { sessionId, visitId }: Vaccination) {
  const rows = await loadRecords(db, townId, [{ table: 'vaccination_sessions', id: sessionId }, { table: 'vaccination_visits', id: visitId }], false)
  const session = rows.get(`vaccination_sessions/${sessionId}`) as VaccinationSession | undefined
  const places = session ? await loadRecords(db, townId, [{ table: 'places', id: session.placeId }], false) : new Map()
  return { session, visit: rows.get(`vaccination_visits/${visitId}`) as Visit | undefined, place: [...places.values()][0] as RowOf<'places'> | undefined }
}

/** What was suspected after a dose, by whichever of its versions it is named. */
async function sideEffectsOf(db: Kysely<Schema>, townId: TownId, versions: readonly VaccinationId[]): Promise<readonly SideEffect[]> {
  const { rows } = await sql<{ id: string }>`select id from side_effects where town_id = ${townId} and vaccination_id = any(${[...versions]}::text[]) order by suspected_at`.execute(db)
  const found = await loadRecords(db, townId, rows.map(({ id }) => ({ table: 'side_effects', id }) as const), false)
  return rows.flatMap(({ id }) => (found.get(`side_effects/${id}`) as SideEffect | undefined) ?? [])
}
