import { sql, type Kysely, type Transaction } from 'kysely'
import type { PersonId, TownId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Schema } from '../../store/schema.ts'
import { holdFiles } from './known.ts'
import { noteFile, seesBothSides, visibleGroup, type Done, type Reader } from './reader.ts'
import { renewSecrecy } from './secrecies.ts'

// Files form trees: a merge hangs the root of one file below the root of another, and taking it back cuts exactly this
// connection. References of records are never rewritten, so that any merge can be undone whatever came after it.

interface Merge {
  readonly id: string
  readonly fromId: PersonId
  readonly intoId: PersonId
  readonly reason: string
}

/** Makes two files one: `fromId` is found under `intoId` from then on. The same once more changes nothing. */
export async function mergePeople(db: Kysely<Schema>, reader: Reader, { id, fromId, intoId, reason }: Merge, now: Instant): Promise<Result<Done>> {
  const { townId, access: { actor } } = reader
  return db.transaction().execute(async trx => {
    await holdFiles(trx, townId)
    if (await isKnown(trx, townId, id)) return ok({})
    const from = (await visibleGroup(trx, reader, fromId)).length > 0 ? await rootOf(trx, townId, fromId) : undefined
    const into = (await visibleGroup(trx, reader, intoId)).length > 0 ? await rootOf(trx, townId, intoId) : undefined
    if (!from || !into) return refuse('request/not-found')
    if (from === into) return refuse('people/already-one')
    await trx.updateTable('people').set({ merged_into: into }).where('town_id', '=', townId).where('id', '=', from).execute()
    await trx.insertInto('person_merges').values({ town_id: townId, id, from_id: from, into_id: into, reason, at: now, by_id: actor.personId, by_name: actor.name }).execute()
    await renewSecrecy(trx, townId, [into], now)
    await noteFile(trx, reader, 'people.merged', `${from}/${into}`, now)
    return ok({})
  })
}

/** Takes one merge back, also after later ones: what hung below either side stays where it hangs. */
export async function undoMerge(db: Kysely<Schema>, reader: Reader, { id, reason }: { readonly id: string; readonly reason: string }, now: Instant): Promise<Result<Done>> {
  const { townId, access: { actor } } = reader
  return db.transaction().execute(async trx => {
    await holdFiles(trx, townId)
    const merge = await trx.selectFrom('person_merges').selectAll().where('town_id', '=', townId).where('id', '=', id).executeTakeFirst()
    if (!merge || !(await seesBothSides(trx, reader, { fromId: merge.from_id, intoId: merge.into_id }))) return refuse('request/not-found')
    if (merge.undone_at) return ok({})
    await trx.updateTable('people').set({ merged_into: null }).where('town_id', '=', townId).where('id', '=', merge.from_id).where('merged_into', '=', merge.into_id).execute()
    await trx.updateTable('person_merges').set({ undone_at: now, undone_by_name: actor.name, undone_reason: reason }).where('town_id', '=', townId).where('id', '=', id).execute()
    await renewSecrecy(trx, townId, [merge.from_id, merge.into_id], now)
    await noteFile(trx, reader, 'people.unmerged', `${merge.from_id}/${merge.into_id}`, now)
    return ok({})
  })
}

const isKnown = async (trx: Transaction<Schema>, townId: TownId, id: string): Promise<boolean> =>
  (await trx.selectFrom('person_merges').select('id').where('town_id', '=', townId).where('id', '=', id).executeTakeFirst()) !== undefined

const rootOf = async (trx: Transaction<Schema>, townId: TownId, id: PersonId): Promise<PersonId | undefined> =>
  (await sql<{ readonly root: PersonId | null }>`select person_root(${townId}, ${id}) as root`.execute(trx)).rows[0]?.root ?? undefined

/** Puts down that two files are not of one person: nobody is asked about them again. */
export async function keepApart(db: Kysely<Schema>, reader: Reader, { oneId, otherId, reason }: { readonly oneId: PersonId; readonly otherId: PersonId; readonly reason: string }, now: Instant): Promise<Result<Done>> {
  const { townId, access: { actor } } = reader
  return db.transaction().execute(async trx => {
    const [one, other] = await Promise.all([rootOf(trx, townId, oneId), rootOf(trx, townId, otherId)])
    if (!one || !other || one === other) return refuse('request/not-found')
    for (const id of [one, other]) if ((await visibleGroup(trx, reader, id)).length === 0) return refuse('request/not-found')
    const [first = one, second = other] = [one, other].toSorted()
    await trx.insertInto('person_apart').values({ town_id: townId, one_id: first, other_id: second, reason, at: now, by_id: actor.personId, by_name: actor.name }).onConflict(conflict => conflict.doNothing()).execute()
    await noteFile(trx, reader, 'people.kept-apart', `${first}/${second}`, now)
    return ok({})
  })
}
