import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { Schema, TownsTable } from './schema.ts'

/** Adds a town with the head of its feed; nothing is in it yet. */
export async function createTown(trx: Kysely<Schema>, town: TownsTable): Promise<void> {
  await trx.insertInto('towns').values(town).execute()
  await trx.insertInto('town_heads').values({ town_id: town.id }).execute()
}

/** Holds back others that would make the same town, until the transaction ends: of several processes that start at once one makes it. */
export async function lockTown(trx: Kysely<Schema>, townId: TownId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`town/${townId}`}, 0))`.execute(trx)
}

export const townById = (db: Kysely<Schema>, townId: TownId): Promise<TownsTable | undefined> =>
  db.selectFrom('towns').selectAll().where('id', '=', townId).executeTakeFirst()

/** Which server and which life of its data a desk talks to. */
export const datasetOf = (db: Kysely<Schema>): Promise<{ readonly epoch: string; readonly server_id: string }> =>
  db.selectFrom('dataset').select(['epoch', 'server_id']).executeTakeFirstOrThrow()
