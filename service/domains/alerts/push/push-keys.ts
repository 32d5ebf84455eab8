import { createECDH } from 'node:crypto'
import type { JWK } from 'jose'
import type { Kysely } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { Schema } from '../../../store/schema.ts'

/** By what browsers' services know the town (RFC 8292). */
export interface PushKey {
  /** The point, as pages hand it to a browser and as requests name it: base64url. */
  readonly open: string
  readonly jwk: JWK
}

const POINT_HALF = 32

/** The key of a town; made with the first use and for ever, since browsers take messages of the key with which they subscribed alone. */
export async function pushKey(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<PushKey> {
  const known = await kept(db, townId)
  if (known) return known
  // Where another process was faster its key is taken.
  await db.insertInto('push_keys').values({ town_id: townId, private_key: JSON.stringify(freshKey()), made_at: now }).onConflict(conflict => conflict.doNothing()).execute()
  const made = await kept(db, townId)
  if (!made) throw new Error('the key for messages to browsers could not be kept')
  return made
}

function freshKey(): JWK {
  const pair = createECDH('prime256v1')
  const point = pair.generateKeys()
  const [x, y] = [point.subarray(1, POINT_HALF + 1), point.subarray(POINT_HALF + 1)]
  // A number that happens to begin with zeros is written as long as any other.
  const d = Buffer.concat([Buffer.alloc(POINT_HALF), pair.getPrivateKey()]).subarray(-POINT_HALF)
  return { kty: 'EC', crv: 'P-256', x: x.toString('base64url'), y: y.toString('base64url'), d: d.toString('base64url') }
}

async function kept(db: Kysely<Schema>, townId: TownId): Promise<PushKey | undefined> {
  const row = await db.selectFrom('push_keys').select('private_key').where('town_id', '=', townId).executeTakeFirst()
  if (!row) return undefined
  const jwk = row.private_key as JWK
  return { jwk, open: Buffer.concat([Buffer.from([4]), Buffer.from(jwk.x ?? '', 'base64url'), Buffer.from(jwk.y ?? '', 'base64url')]).toString('base64url') }
}
