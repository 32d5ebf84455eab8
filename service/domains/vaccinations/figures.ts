import { sql, type Kysely } from 'kysely'
import { batchIdOf } from '../../../shared/domains/vaccinations/catalogue-commands.ts'
import { PLANNERS } from '../../../shared/domains/vaccinations/roles.ts'
import type { Batch, StockLine, Vaccine } from '../../../shared/domains/vaccinations/tables.ts'
import { VaccineId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { healthScope } from '../../../shared/scope.ts'
import type { VaccinationFigures, VaccinationFiguresQuery } from '../../../shared/wire/vaccinations.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import type { Counting } from './counting.ts'
import { coverageOf } from './coverage.ts'
import { scopesOpenTo } from './health-access.ts'
import { healthScopesOf } from './rows.ts'

/** Days, batches and coverage of a period, for those who plan sessions there. */
export async function vaccinationFigures({ db }: Pick<Database, 'db'>, access: Access, { departmentId, from, to }: VaccinationFiguresQuery): Promise<Result<VaccinationFigures>> {
  const scope = healthScope(departmentId)
  if (!scopesOpenTo(access, PLANNERS).includes(scope)) return refuse('commands/not-allowed')
  const counting: Counting = { townId: access.actor.townId, scopes: healthScopesOf(scope), from, to }
  return ok({ days: [...(await daysOf(db, counting))], batches: await batchesOf(db, counting), coverage: [...(await coverageOf(db, counting))] })
}

async function daysOf(db: Kysely<Schema>, { townId, scopes, from, to }: Counting): Promise<VaccinationFigures['days']> {
  const { rows } = await sql<VaccinationFigures['days'][number]>`
    with doses as (
      select day, count(*) as doses from vaccinations where town_id = ${townId} and scope = any(${[...scopes]}::text[]) and day between ${from} and ${to}
        and replaced_by_id is null and not is_void group by day
    ), visits as (
      select s.day, count(*) as came, count(*) filter (where v.departed is not null and v.vaccination_id is null) as left from vaccination_sessions s
      join vaccination_visits v on v.town_id = s.town_id and v.session_id = s.id
      where s.town_id = ${townId} and s.scope = any(${[...scopes]}::text[]) and s.day between ${from} and ${to} group by s.day
    )
    select day, to_char(day::date, 'IYYY"-W"IW') as week, coalesce(came, 0) as came, coalesce(doses, 0) as doses, coalesce("left", 0) as left
    from doses full join visits using (day) order by day`.execute(db)
  return [...rows]
}

interface Stocked {
  readonly brought: number
  readonly wasted: number
}

async function batchesOf(db: Kysely<Schema>, counting: Counting): Promise<VaccinationFigures['batches']> {
  const stock = await stockOf(db, counting)
  const given = await givenOf(db, counting)
  const ids = [...new Set([...stock.keys(), ...given.keys()])]
  const batches = await loadRecords(db, counting.townId, ids.map(id => ({ table: 'vaccine_batches', id }) as const), false)
  const found = [...batches.values()] as readonly Batch[]
  const vaccines = await loadRecords(db, counting.townId, found.map(({ vaccineId }) => ({ table: 'vaccines', id: vaccineId }) as const), false)
  return found
    .map(({ id, vaccineId, lot }) => ({ vaccineName: (vaccines.get(`vaccines/${vaccineId}`) as Vaccine | undefined)?.name ?? '', lot, ...(stock.get(id) ?? { brought: 0, wasted: 0 }), given: given.get(id) ?? 0 }))
    .toSorted((one, other) => (`${one.vaccineName} ${one.lot}` < `${other.vaccineName} ${other.lot}` ? -1 : 1))
}

/** What the sessions' lists say was brought along and wasted, by batch. */
async function stockOf(db: Kysely<Schema>, { townId, scopes, from, to }: Counting): Promise<ReadonlyMap<string, Stocked>> {
  const { rows } = await sql<{ stock: readonly StockLine[] }>`
    select stock from vaccination_sessions where town_id = ${townId} and scope = any(${[...scopes]}::text[]) and day between ${from} and ${to}`.execute(db)
  const lines = Map.groupBy(rows.flatMap(({ stock }) => stock), ({ batchId }) => batchId)
  return new Map([...lines].map(([id, all]) => [id, { brought: all.reduce((sum, { doses }) => sum + doses, 0), wasted: all.reduce((sum, { wasted }) => sum + wasted, 0) }]))
}

async function givenOf(db: Kysely<Schema>, { townId, scopes, from, to }: Counting): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ vaccine_id: string; lot: string; doses: number }>`
    select vaccine_id, upper(lot) as lot, count(*) as doses from vaccinations where town_id = ${townId} and scope = any(${[...scopes]}::text[]) and day between ${from} and ${to}
      and replaced_by_id is null and not is_void group by vaccine_id, upper(lot)`.execute(db)
  return new Map(rows.map(({ vaccine_id, lot, doses }) => [batchIdOf(VaccineId.parse(vaccine_id), lot), doses]))
}
