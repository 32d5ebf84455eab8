import type { JSONWebKeySet, JWK } from 'jose'
import type { Kysely } from 'kysely'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'
import { keyInUse, makeKey, signsUntil, type KeyShelf, type SigningKey } from '../../../store/signing-keys.ts'

/** Whose signatures these are: drills are signed with a key of their own, so that none of them can be shown as a warning. */
export interface FeedHolder {
  readonly townId: TownId
  readonly mode: Alert['mode']
}

/** The key by which feeds are signed now. */
export const feedKey = (db: Kysely<Schema>, holder: FeedHolder, now: Instant): Promise<SigningKey> =>
  keyInUse({ newest: () => newest(db, holder), renew: () => renew(db, holder, now) }, now)

async function renew(db: Kysely<Schema>, { townId, mode }: FeedHolder, now: Instant): Promise<void> {
  const { kid, open, whole } = await makeKey()
  await db.transaction().execute(async trx => {
    await trx.updateTable('alert_keys').set({ private_key: null }).where('town_id', '=', townId).where('mode', '=', mode)
      .where('made_at', '<=', signsUntil(now)).where('private_key', 'is not', null).execute()
    await trx.insertInto('alert_keys').values({ town_id: townId, mode, kid, public_key: open, private_key: whole, made_at: now }).onConflict(conflict => conflict.doNothing()).execute()
  })
}

async function newest(db: Kysely<Schema>, { townId, mode }: FeedHolder): ReturnType<KeyShelf['newest']> {
  const row = await db.selectFrom('alert_keys').select(['kid', 'private_key', 'made_at']).where('town_id', '=', townId).where('mode', '=', mode).where('private_key', 'is not', null).executeTakeFirst()
  return row && { key: { kid: row.kid, jwk: row.private_key as JWK }, madeAt: row.made_at }
}

/** The open halves of all keys there ever were, the newest first. */
export async function openKeys(db: Kysely<Schema>, { townId, mode }: FeedHolder): Promise<JSONWebKeySet> {
  const rows = await db.selectFrom('alert_keys').select('public_key').where('town_id', '=', townId).where('mode', '=', mode).orderBy('made_at', 'desc').execute()
  return { keys: rows.map(({ public_key }) => public_key as JWK) }
}
