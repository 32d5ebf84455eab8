import { sql, type Kysely } from 'kysely'
import { TEAM } from '../../../shared/domains/vaccinations/roles.ts'
import type { Recall } from '../../../shared/domains/vaccinations/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Instant } from '../../../shared/time.ts'
import type { RecallFigures, RecallPerson, RecallQuery, RecallReply } from '../../../shared/wire/vaccinations.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { noteReading, scopesOpenTo } from './health-access.ts'
import { healthScopesOf } from './rows.ts'

/** Everybody who was given a recalled batch and how far they have been told, a page at a time; for the team of the scope. */
export async function recallPersons(database: Database, access: Access, query: RecallQuery, now: Instant): Promise<Result<RecallReply>> {
  const { townId } = access.actor
  const record = { table: 'vaccination_recalls', id: query.recallId } as const
  const recall = (await loadRecords(database.db, townId, [record], false)).get(`vaccination_recalls/${query.recallId}`) as Recall | undefined
  if (!recall || !scopesOpenTo(access, TEAM).includes(recall.scope)) return refuse('commands/record-missing', { table: 'vaccination_recalls' })
  await noteReading(database, access, { kind: 'recalled', purpose: recall.reason.slice(0, 300), about: recall.id, scope: recall.scope }, now)
  return ok(await personsOf(database.db, townId, recall, query))
}

/** The same without asking who asks. */
export async function personsOf(db: Kysely<Schema>, townId: TownId, recall: Recall, { after, limit }: Pick<RecallQuery, 'after' | 'limit'>): Promise<RecallReply> {
  const { rows: persons } = await sql<RecallPerson>`
    select v.id as "vaccinationId", v.number, v.day, coalesce(s.title, '') as "sessionTitle", coalesce(p.name, '') as "placeName", v.person,
      case when c.id is null then null else json_build_object('state', c.state, 'note', c.note, 'at', to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'byName', c.by_name) end as contact
    from vaccinations as v
    left join recall_contacts as c on c.town_id = v.town_id and c.recall_id = ${recall.id} and c.vaccination_id = v.id
    left join vaccination_sessions as s on s.town_id = v.town_id and s.id = v.session_id
    left join places as p on p.town_id = s.town_id and p.id = s.place_id
    where ${ofBatch(townId, recall)} and v.id > ${after ?? ''}
    order by v.id limit ${limit + 1}`.execute(db)
  const page = persons.slice(0, limit)
  return { figures: await figuresOf(db, townId, recall), persons: page, next: persons.length > limit ? (page.at(-1)?.vaccinationId ?? null) : null }
}

/** What counts of what was given of the batch, years ago too. Batches are told apart as their ids tell them: capitals make no difference. */
const ofBatch = (townId: TownId, { scope, vaccineId, lot }: Recall) => sql`
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
