import { randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose'
import type { Kysely } from 'kysely'
import * as z from 'zod'
import type { TownId } from '../../shared/ids.ts'
import type { Schema } from '../store/schema.ts'

/** What the embedded sign-in signs with. */
export interface SignInKeys {
  readonly signing: { readonly keys: JWK[] }
  readonly cookies: readonly string[]
  /** The public half of `signing`. */
  readonly published: JSONWebKeySet
}

const Stored = z.object({ signing: z.object({ keys: z.array(z.looseObject({ kty: z.string() })) }), cookies: z.array(z.string()) })

/** Reads the keys of a town; makes them when there are none, once even when two processes start together. */
export async function loadSignInKeys(db: Kysely<Schema>, townId: TownId): Promise<SignInKeys> {
  const found = await readKeys(db, townId)
  if (found) return found
  await db.insertInto('sign_in_keys')
    .values({ town_id: townId, name: 'keys', value: JSON.stringify(await newKeys()) })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const made = await readKeys(db, townId)
  if (!made) throw new Error('the sign-in keys could not be kept')
  return made
}

async function readKeys(db: Kysely<Schema>, townId: TownId): Promise<SignInKeys | undefined> {
  const row = await db.selectFrom('sign_in_keys').where('town_id', '=', townId).where('name', '=', 'keys').select('value').executeTakeFirst()
  if (!row) return undefined
  const { signing, cookies } = Stored.parse(row.value)
  const keys = signing.keys as JWK[]
  return { signing: { keys }, cookies, published: { keys: keys.map(({ d: _private, ...open }) => open) } }
}

async function newKeys(): Promise<{ readonly signing: { readonly keys: readonly JWK[] }; readonly cookies: readonly string[] }> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const kid = randomBytes(8).toString('hex')
  const signing = { ...await exportJWK(privateKey), kid, alg: 'ES256', use: 'sig' }
  return { signing: { keys: [signing] }, cookies: [randomBytes(32).toString('base64url')] }
}
