import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, type CryptoKey, type JSONWebKeySet, type JWK } from 'jose'
import type { Kysely } from 'kysely'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'

/** Ed25519: the same bytes get the same signature every time. */
export const SIGNED_BY = 'EdDSA'

/** Whose signatures these are: drills are signed with a key of their own, so that none of them can be shown as a warning. */
export interface FeedHolder {
  readonly townId: TownId
  readonly mode: Alert['mode']
}

export interface FeedKey {
  readonly kid: string
  readonly jwk: JWK
}

/** A key that got out can sign wrongly until it is this old. */
const SIGNS_FOR_DAYS = 365

/** The key by which feeds are signed now; made with the first signature, and anew when it is too old. */
export async function feedKey(db: Kysely<Schema>, holder: FeedHolder, now: Instant): Promise<FeedKey> {
  const known = await newest(db, holder)
  if (known && known.madeAt > plusDays(now, -SIGNS_FOR_DAYS)) return known.key
  await renew(db, holder, now)
  const made = await newest(db, holder)
  if (!made) throw new Error('the key of the feeds could not be kept')
  return made.key
}

/** Takes another key from now on. Of the one before only the open half stays. */
async function renew(db: Kysely<Schema>, { townId, mode }: FeedHolder, now: Instant): Promise<void> {
  const { privateKey, publicKey } = await generateKeyPair(SIGNED_BY, { extractable: true })
  const kid = randomBytes(4).toString('hex')
  const written = async (key: CryptoKey): Promise<string> => JSON.stringify({ ...await exportJWK(key), kid, alg: SIGNED_BY, use: 'sig' })
  const [open, whole] = [await written(publicKey), await written(privateKey)]
  await db.transaction().execute(async trx => {
    await trx.updateTable('alert_keys').set({ private_key: null }).where('town_id', '=', townId).where('mode', '=', mode)
      .where('made_at', '<=', plusDays(now, -SIGNS_FOR_DAYS)).where('private_key', 'is not', null).execute()
    // Where another process was faster its key is taken.
    await trx.insertInto('alert_keys').values({ town_id: townId, mode, kid, public_key: open, private_key: whole, made_at: now }).onConflict(conflict => conflict.doNothing()).execute()
  })
}

async function newest(db: Kysely<Schema>, { townId, mode }: FeedHolder): Promise<{ readonly key: FeedKey; readonly madeAt: Instant } | undefined> {
  const row = await db.selectFrom('alert_keys').select(['kid', 'private_key', 'made_at']).where('town_id', '=', townId).where('mode', '=', mode).where('private_key', 'is not', null).executeTakeFirst()
  return row && { key: { kid: row.kid, jwk: row.private_key as JWK }, madeAt: row.made_at }
}

/** The open halves of all keys there ever were, the newest first. */
export async function openKeys(db: Kysely<Schema>, { townId, mode }: FeedHolder): Promise<JSONWebKeySet> {
  const rows = await db.selectFrom('alert_keys').select('public_key').where('town_id', '=', townId).where('mode', '=', mode).orderBy('made_at', 'desc').execute()
  return { keys: rows.map(({ public_key }) => public_key as JWK) }
}
