import type { JSONWebKeySet, JWK } from 'jose'
import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import type { Schema } from './schema.ts'
import { keyInUse, makeKey, type KeyShelf, type SigningKey } from './signing-keys.ts'

/** Tables of keys by which a town signs what others check without asking it; each with `kid`, `public_key`, `private_key` and `made_at`. */
type KeyTable = 'vaccination_keys' | 'card_keys' | 'audit_keys'

/** The key by which a town signs now; one table for each kind of thing that is signed. */
export const townKey = (db: Kysely<Schema>, table: KeyTable, townId: TownId, now: Instant): Promise<SigningKey> =>
  keyInUse({ newest: () => newest(db, table, townId), renew: () => renewTownKey(db, table, townId, now) }, now)

/** Takes another key from now on, in the caller's transaction. Of the one before only the open half stays. */
export async function renewTownKey(db: Kysely<Schema>, table: KeyTable, townId: TownId, now: Instant): Promise<void> {
  const { kid, open, whole } = await makeKey()
  await sql`update ${sql.table(table)} set private_key = null where town_id = ${townId} and private_key is not null`.execute(db)
  await sql`insert into ${sql.table(table)} (town_id, kid, public_key, private_key, made_at) values (${townId}, ${kid}, ${open}::jsonb, ${whole}::jsonb, ${now}) on conflict do nothing`.execute(db)
}

async function newest(db: Kysely<Schema>, table: KeyTable, townId: TownId): ReturnType<KeyShelf['newest']> {
  const row = await db.selectFrom(table).select(['kid', 'private_key', 'made_at']).where('town_id', '=', townId).where('private_key', 'is not', null).executeTakeFirst()
  return row && { key: { kid: row.kid, jwk: row.private_key as JWK }, madeAt: row.made_at }
}

/** The open halves of all keys there ever were, the newest first: with them everybody checks without asking the town. */
export async function publishedTownKeys(db: Kysely<Schema>, table: KeyTable, townId: TownId): Promise<JSONWebKeySet> {
  const rows = await db.selectFrom(table).select('public_key').where('town_id', '=', townId).orderBy('made_at', 'desc').execute()
  return { keys: rows.map(({ public_key }) => public_key as JWK) }
}
