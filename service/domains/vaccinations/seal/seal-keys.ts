import type { JSONWebKeySet, JWK } from 'jose'
import type { Kysely } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import { keyInUse, makeKey, type KeyShelf, type SigningKey } from '../../../store/signing-keys.ts'

/** The key by which a town seals. */
export const signingKey = (db: Kysely<Schema>, townId: TownId, now: Instant): Promise<SigningKey> =>
  keyInUse({ newest: () => newest(db, townId), renew: () => renewSealKey(db, townId, now) }, now)

/** Takes another key from now on, in the caller's transaction. Of the one before only the open half stays. */
export async function renewSealKey(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<void> {
  const { kid, open, whole } = await makeKey()
  await db.updateTable('vaccination_keys').set({ private_key: null }).where('town_id', '=', townId).where('private_key', 'is not', null).execute()
  await db.insertInto('vaccination_keys').values({ town_id: townId, kid, public_key: open, private_key: whole, made_at: now })
    .onConflict(conflict => conflict.doNothing()).execute()
}

async function newest(db: Kysely<Schema>, townId: TownId): ReturnType<KeyShelf['newest']> {
  const row = await db.selectFrom('vaccination_keys').select(['kid', 'private_key', 'made_at']).where('town_id', '=', townId).where('private_key', 'is not', null).executeTakeFirst()
  return row && { key: { kid: row.kid, jwk: row.private_key as JWK }, madeAt: row.made_at }
}

/** The open halves of all keys there ever were, the newest first: with them everybody checks without asking the town. */
export async function publishedKeys(db: Kysely<Schema>, townId: TownId): Promise<JSONWebKeySet> {
  const rows = await db.selectFrom('vaccination_keys').select('public_key').where('town_id', '=', townId).orderBy('made_at', 'desc').execute()
  return { keys: rows.map(({ public_key }) => public_key as JWK) }
}
