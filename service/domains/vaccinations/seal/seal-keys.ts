import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, type CryptoKey, type JSONWebKeySet, type JWK } from 'jose'
import type { Kysely } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'

/** Signs the same bytes in the same way every time, in 64 bytes. */
export const SEAL_ALGORITHM = 'EdDSA'

/** What a town seals with now. */
export interface SigningKey {
  readonly kid: string
  readonly jwk: JWK
}

/** A key that got out can seal wrongly until it is this old; what it sealed can be checked for ever. */
const SEALS_FOR_DAYS = 365

/** The key by which a town seals; made with the first seal, and anew when it is too old. */
export async function signingKey(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<SigningKey> {
  const known = await newest(db, townId)
  if (known && known.madeAt > plusDays(now, -SEALS_FOR_DAYS)) return known.key
  await renewSealKey(db, townId, now)
  const made = await newest(db, townId)
  if (!made) throw new Error('the key of the seal could not be kept')
  return made.key
}

/** Takes another key from now on. Of the one before only the open half stays. */
export async function renewSealKey(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<void> {
  const { privateKey, publicKey } = await generateKeyPair(SEAL_ALGORITHM, { extractable: true })
  const kid = randomBytes(4).toString('hex')
  const written = async (key: CryptoKey): Promise<string> => JSON.stringify({ ...await exportJWK(key), kid, alg: SEAL_ALGORITHM, use: 'sig' })
  const [open, whole] = [await written(publicKey), await written(privateKey)]
  await db.updateTable('vaccination_keys').set({ private_key: null }).where('town_id', '=', townId).where('private_key', 'is not', null).execute()
  await db.insertInto('vaccination_keys').values({ town_id: townId, kid, public_key: open, private_key: whole, made_at: now })
    .onConflict(conflict => conflict.doNothing()).execute()
}

async function newest(db: Kysely<Schema>, townId: TownId): Promise<{ readonly key: SigningKey; readonly madeAt: Instant } | undefined> {
  const row = await db.selectFrom('vaccination_keys').select(['kid', 'private_key', 'made_at']).where('town_id', '=', townId).where('private_key', 'is not', null).executeTakeFirst()
  return row && { key: { kid: row.kid, jwk: row.private_key as JWK }, madeAt: row.made_at }
}

/** The open halves of all keys there ever were, the newest first: with them everybody checks without asking the town. */
export async function publishedKeys(db: Kysely<Schema>, townId: TownId): Promise<JSONWebKeySet> {
  const rows = await db.selectFrom('vaccination_keys').select('public_key').where('town_id', '=', townId).orderBy('made_at', 'desc').execute()
  return { keys: rows.map(({ public_key }) => public_key as JWK) }
}
