import { randomUUID } from 'node:crypto'
import { exportJWK, generateKeyPair, importJWK, type CryptoKey } from 'jose'
import type { Kysely } from 'kysely'
import type { TownId } from '../../../shared/ids.ts'
import type { JsonObject } from '../../../shared/json.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Schema } from '../../store/schema.ts'
import type { FitConnectKeysTable } from '../tables.ts'

export const ENCRYPTED_BY = 'RSA-OAEP-256'
export const SIGNED_BY = 'PS512'

/** As long as the interface wants them. */
export const KEY_BITS = 4_096

export type KeyPurpose = FitConnectKeysTable['purpose']

/** A key of somebody's to encrypt with, or of ours to open with. What the interface names `wrapKey` the library does by other names. */
export function encryptionKey({ key_ops: _operations, use: _use, ext: _ext, ...jwk }: JsonObject): ReturnType<typeof importJWK> {
  return importJWK(jwk, ENCRYPTED_BY)
}

/** Whose keys these are. */
export interface KeyOwner {
  readonly townId: TownId
  readonly destinationId: string
}

/** A key with its private half. */
export interface OwnKey {
  readonly kid: string
  readonly jwk: JsonObject
}

const MADE = {
  encryption: { alg: ENCRYPTED_BY, open: ['wrapKey'], whole: ['unwrapKey'] },
  signing: { alg: SIGNED_BY, open: ['verify'], whole: ['sign'] },
} as const satisfies Record<KeyPurpose, unknown>

/** A key that did not exist before, both halves as JSON Web Keys. */
async function makeDestinationKey(purpose: KeyPurpose, modulusLength: number): Promise<{ readonly kid: string; readonly open: JsonObject; readonly whole: JsonObject }> {
  const { alg, open, whole } = MADE[purpose]
  const kid = randomUUID()
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true, modulusLength })
  const written = async (key: CryptoKey, operations: readonly string[]): Promise<JsonObject> => ({ ...(await exportJWK(key) as JsonObject), kid, alg, key_ops: [...operations] })
  return { kid, open: await written(publicKey, open), whole: await written(privateKey, whole) }
}

/** Makes a further key and keeps it; none that is there is ever overwritten. */
export async function addKey(db: Kysely<Schema>, { townId, destinationId }: KeyOwner, purpose: KeyPurpose, now: Instant, bits: number): Promise<void> {
  const { kid, open, whole } = await makeDestinationKey(purpose, bits)
  await db.insertInto('fit_connect_keys')
    .values({ town_id: townId, destination_id: destinationId, kid, purpose, public_key: JSON.stringify(open), private_key: JSON.stringify(whole), made_at: now })
    .execute()
}

/** The newest key that the portal knows, for it believes no other. Where keys are entered there by hand, that is what somebody has confirmed; before anybody did, the oldest, for a further one is entered later. */
export async function signingKey(db: Kysely<Schema>, owner: KeyOwner): Promise<OwnKey | undefined> {
  const keys = (await keysFor(db, owner, 'signing').execute()).flatMap(({ kid, private_key, published_at }) => (private_key ? [{ kid, jwk: private_key, isKnown: published_at !== null }] : []))
  return keys.find(({ isKnown }) => isKnown) ?? keys.at(-1)
}

/** The key by which a submission can be opened; nothing for one that was never ours or is gone. */
export async function openingKey(db: Kysely<Schema>, { townId, destinationId }: KeyOwner, kid: string): Promise<OwnKey | undefined> {
  const row = await keysFor(db, { townId, destinationId }, 'encryption').where('kid', '=', kid).executeTakeFirst()
  return row?.private_key ? { kid: row.kid, jwk: row.private_key } : undefined
}

export const keysFor = (db: Kysely<Schema>, { townId, destinationId }: KeyOwner, purpose: KeyPurpose) =>
  db.selectFrom('fit_connect_keys').selectAll().where('town_id', '=', townId).where('destination_id', '=', destinationId).where('purpose', '=', purpose)
    .orderBy('made_at', 'desc').orderBy('kid')
