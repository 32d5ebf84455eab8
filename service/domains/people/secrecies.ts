import { sql, type Kysely, type Transaction } from 'kysely'
import type { Change } from '../../../shared/command.ts'
import { isSecretOn, secrecyEnd } from '../../../shared/domains/people/secrecy.ts'
import { germanDay } from '../../../shared/german-days.ts'
import type { PersonId, TownId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { TOWN_SCOPE } from '../../../shared/scope.ts'
import type { RowOf, TableName } from '../../../shared/tables.ts'
import type { Instant } from '../../../shared/time.ts'
import { commitChanges, commitErasure } from '../../store/commit.ts'
import type { Schema } from '../../store/schema.ts'
import { forgetPeople } from './forget-people.ts'
import { holdFiles, takePeople } from './known.ts'
import { marksFor, recordsOf } from './marks.ts'
import { noteFile, visibleGroup, type Done, type Reader } from './reader.ts'

interface SecrecyChange {
  readonly id: string
  readonly personId: PersonId
  /** The last day; null lifts it. */
  readonly until: string | null
  readonly reason: string
}

/** Sets, extends or lifts a secrecy; it holds for everybody in the file. The same once more changes nothing. */
export async function changeSecrecy(db: Kysely<Schema>, reader: Reader, { id, personId, until, reason }: SecrecyChange, now: Instant): Promise<Result<Done>> {
  const { townId, access: { actor } } = reader
  const today = germanDay(now)
  if (until !== null && until < today) return refuse('people/secrecy-in-past')
  if (until !== null && until > secrecyEnd(today)) return refuse('people/secrecy-too-long', { latest: secrecyEnd(today) })
  return db.transaction().execute(async trx => {
    await holdFiles(trx, townId)
    const ids = await visibleGroup(trx, reader, personId)
    if (ids.length === 0) return refuse('request/not-found')
    const known = await trx.selectFrom('secrecy_changes').select('id').where('town_id', '=', townId).where('id', '=', id).executeTakeFirst()
    if (known) return ok({})
    const holding = await trx.selectFrom('secrecies').select('id').where('town_id', '=', townId).where('id', 'in', ids).executeTakeFirst()
    const kind = until === null ? 'lifted' as const : holding ? 'extended' as const : 'set' as const
    // Said of everybody in the file: whoever stands in it is one citizen, and taking a merge back must neither end nor shorten what holds for them.
    for (const [index, one] of ids.entries())
      await trx.insertInto('secrecy_changes').values({ town_id: townId, id: index === 0 ? id : `${id}/${one}`, person_id: one, kind, until, reason, at: now, by_id: actor.personId, by_name: actor.name }).execute()
    await renewSecrecy(trx, townId, [personId], now)
    await noteFile(trx, reader, `people.secrecy-${kind}`, personId, now)
    return ok({})
  })
}

/** Brings what desks are told in line with what was decided, for the files of these people: after a change, a merge, or the end of a period. */
export async function renewSecrecy(trx: Transaction<Schema>, townId: TownId, personIds: readonly PersonId[], now: Instant): Promise<void> {
  const groups = await groupsOf(trx, townId, personIds)
  const today = germanDay(now)
  await takePeople(trx, townId, groups.flat())
  const wanted = new Map<string, string>()
  for (const ids of groups) {
    const until = await untilOf(trx, townId, ids)
    if (isSecretOn(until, today)) for (const id of ids) wanted.set(id, until ?? today)
  }
  const all = groups.flat()
  const standing = await trx.selectFrom('secrecies').selectAll().where('town_id', '=', townId).where('id', 'in', all).execute()
  const put = [...wanted].flatMap(([id, until]): RowOf<'secrecies'>[] =>
    (standing.some(row => row.id === id && row.until === until) ? [] : [{ id: id as PersonId, scope: TOWN_SCOPE, version: 0, until }]))
  const origin = { townId, actor: null, action: 'people.secrecy-told', commandId: null, at: now }
  if (put.length > 0) {
    await commitChanges(trx, origin, put.map((row): Change => ({ table: 'secrecies', row })))
    const marks = await marksFor(trx, townId, await recordsOf(trx, townId, put.map(({ id }) => id)))
    if (marks.length > 0) await commitChanges(trx, origin, marks)
  }
  await takeAway(trx, origin, 'secrecies', standing.filter(({ id }) => !wanted.has(id)))
  const lifted = all.filter(id => !wanted.has(id))
  if (lifted.length > 0) await takeAway(trx, origin, 'secrecy_marks', await trx.selectFrom('secrecy_marks').selectAll().where('town_id', '=', townId).where('person_id', 'in', lifted).execute())
}

async function groupsOf(trx: Transaction<Schema>, townId: TownId, personIds: readonly PersonId[]): Promise<readonly (readonly PersonId[])[]> {
  const { rows } = await sql<{ readonly root: string; readonly id: PersonId }>`
    select distinct root, g.id from (select person_root(${townId}, id) as root from unnest(${[...personIds]}::text[]) as id) as roots, lateral person_group(${townId}, root) as g(id)`.execute(trx)
  return [...Map.groupBy(rows, ({ root }) => root).values()].map(of => of.map(({ id }) => id))
}

/** The latest day of what was decided last for each of them. */
async function untilOf(trx: Transaction<Schema>, townId: TownId, ids: readonly PersonId[]): Promise<string | null> {
  const { rows } = await sql<{ readonly until: string | null }>`
    select max(until) as until from (select distinct on (person_id) until from secrecy_changes where town_id = ${townId} and person_id = any(${[...ids]}::text[]) order by person_id, at desc, id desc) as last`.execute(trx)
  return rows[0]?.until ?? null
}

async function takeAway(trx: Transaction<Schema>, origin: Parameters<typeof commitErasure>[1], table: Extract<TableName, 'secrecies' | 'secrecy_marks'>, rows: readonly { readonly id: string; readonly scope: string; readonly version: number }[]): Promise<void> {
  if (rows.length === 0) return
  await sql`delete from ${sql.table(table)} where town_id = ${origin.townId} and id = any(${rows.map(({ id }) => id)}::text[])`.execute(trx)
  await commitErasure(trx, origin, rows.map(({ id, scope, version }) => ({ table, id, scope, version })))
}

/** Ends what is over, and takes marks away whose record is gone or somebody else's by now. Answers how many. */
export async function endSecrecies(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  return db.transaction().execute(async trx => {
    await holdFiles(trx, townId)
    const over = await trx.selectFrom('secrecies').select('id').where('town_id', '=', townId).where('until', '<', germanDay(now)).limit(200).execute()
    if (over.length > 0) await renewSecrecy(trx, townId, over.map(({ id }) => id), now)
    const stale = await endStaleMarks(trx, townId, now)
    // Whoever was still known for the secrecy alone.
    await forgetPeople(trx, townId, over.map(({ id }) => id))
    return over.length + stale
  })
}

/** Takes marks away whose record is gone or of somebody without a secrecy by now. Answers how many. */
export async function endStaleMarks(trx: Transaction<Schema>, townId: TownId, now: Instant): Promise<number> {
  const { rows: stale } = await sql<{ readonly id: string; readonly scope: string; readonly version: number }>`
    select m.id, m.scope, m.version from secrecy_marks m where m.town_id = ${townId}
      and not exists (select from person_records r join secrecies s on s.town_id = r.town_id and s.id = r.person_id where r.town_id = m.town_id and r.record_table = m.record_table and r.record_id = m.record_id)
      and not exists (select from applications a join secrecies s on s.town_id = a.town_id and s.id = a.person_id where m.record_table = 'applications' and a.town_id = m.town_id and a.id = m.record_id) limit 200`.execute(trx)
  await takeAway(trx, { townId, actor: null, action: 'people.secrecy-ended', commandId: null, at: now }, 'secrecy_marks', stale)
  return stale.length
}
