import { sql, type Kysely, type RawBuilder } from 'kysely'
import { PLANNERS, TEAM } from '../../../shared/domains/vaccinations/roles.ts'
import type { Recall, Vaccine } from '../../../shared/domains/vaccinations/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Instant } from '../../../shared/time.ts'
import type { BatchExtent, BatchQuery, RecallFigures, RecallPerson, RecallQuery, RecallReply } from '../../../shared/wire/vaccinations.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { noteReading, scopesOpenTo } from './health-access.ts'
import { healthScopesOf } from './rows.ts'

/** Everybody who was given a recalled batch and how far they have been told, a page at a time; for the team of the scope. */
export async function recallPersons(database: Database, access: Access, query: RecallQuery, now: Instant): Promise<Result<RecallReply>> {
  const recall = await recallOpenTo(database.db, access, query.recallId)
  if (!recall) return refuse('commands/record-missing', { table: 'vaccination_recalls' })
  await noteReading(database, access, { kind: 'recalled', purpose: recall.reason.slice(0, 300), about: recall.id, scope: recall.scope }, now)
  return ok(await personsOf(database.db, access.actor.townId, recall, query))
}

/** How many were given a batch and when, for those who may call it back; nobody is named. */
export async function batchExtent({ db }: Pick<Database, 'db'>, access: Access, { vaccineId, lot }: BatchQuery): Promise<Result<BatchExtent>> {
  const { townId } = access.actor
  const vaccine = (await loadRecords(db, townId, [{ table: 'vaccines', id: vaccineId }], false)).get(`vaccines/${vaccineId}`) as Vaccine | undefined
  if (!vaccine || !scopesOpenTo(access, PLANNERS).includes(vaccine.scope)) return refuse('commands/record-missing', { table: 'vaccines' })
  const { rows: [extent] } = await sql<BatchExtent>`
    select count(distinct v.vaccinee_id) as persons, count(distinct v.day) as days, min(v.day) as "firstDay", max(v.day) as "lastDay" from vaccinations as v where ${ofBatch(townId, { scope: vaccine.scope, vaccineId, lot })}`.execute(db)
  return ok(extent ?? { persons: 0, days: 0, firstDay: null, lastDay: null })
}

/** A recall that lies open to somebody of the team; one that does not is none. */
export async function recallOpenTo(db: Kysely<Schema>, access: Access, id: Recall['id']): Promise<Recall | undefined> {
  const recall = (await loadRecords(db, access.actor.townId, [{ table: 'vaccination_recalls', id }], false)).get(`vaccination_recalls/${id}`) as Recall | undefined
  return recall && scopesOpenTo(access, TEAM).includes(recall.scope) ? recall : undefined
}

/** The same without asking who asks. */
export async function personsOf(db: Kysely<Schema>, townId: TownId, recall: Recall, { after, limit }: Pick<RecallQuery, 'after' | 'limit'>): Promise<RecallReply> {
  const persons = await concerned(db, townId, recall, sql<boolean>`v.id > ${after ?? ''}`, limit + 1)
  const page = persons.slice(0, limit)
  return { figures: await figuresOf(db, townId, recall), persons: page, next: persons.length > limit ? (page.at(-1)?.vaccinationId ?? null) : null }
}

/** Those for whom a condition holds, in the order of their ids. */
export async function concerned(db: Kysely<Schema>, townId: TownId, recall: Recall, condition: RawBuilder<boolean>, limit: number): Promise<RecallPerson[]> {
  const { rows } = await sql<RecallPerson>`
    select v.id as "vaccinationId", v.number, v.day, coalesce(s.title, '') as "sessionTitle", coalesce(p.name, '') as "placeName", v.person,
      case when c.id is null then null else json_build_object('state', c.state, 'note', c.note, 'at', to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'byName', c.by_name) end as contact
    from vaccinations as v
    left join recall_contacts as c on c.town_id = v.town_id and c.recall_id = ${recall.id} and c.vaccination_id = v.id
    left join vaccination_sessions as s on s.town_id = v.town_id and s.id = v.session_id
    left join places as p on p.town_id = s.town_id and p.id = s.place_id
    where ${ofBatch(townId, recall)} and ${condition}
    order by v.id limit ${limit}`.execute(db)
  return rows
}

/** What counts of what was given of the batch, years ago too. Batches are told apart as their ids tell them: capitals make no difference. */
const ofBatch = (townId: TownId, { scope, vaccineId, lot }: Pick<Recall, 'scope' | 'vaccineId' | 'lot'>) => sql`
  v.town_id = ${townId} and v.vaccine_id = ${vaccineId} and upper(v.lot) = upper(${lot}) and v.scope = any(${[...healthScopesOf(scope)]}::text[])
  and v.replaced_by_id is null and not v.is_void`

async function figuresOf(db: Kysely<Schema>, townId: TownId, recall: Recall): Promise<RecallFigures> {
  const { rows: [figures] } = await sql<RecallFigures>`
    select count(*) as doses, count(*) filter (where c.state = 'letter') as letter, count(*) filter (where c.state = 'reached') as reached,
      count(*) filter (where c.state = 'not-reached') as "notReached", count(*) filter (where c.state = 'moved') as moved, count(*) filter (where c.state is null) as open
    from vaccinations as v left join recall_contacts as c on c.town_id = v.town_id and c.recall_id = ${recall.id} and c.vaccination_id = v.id
    where ${ofBatch(townId, recall)}`.execute(db)
  return figures ?? { doses: 0, letter: 0, reached: 0, notReached: 0, moved: 0, open: 0 }
}
