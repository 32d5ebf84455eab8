import { exportJWK, generateKeyPair, type JWK } from 'jose'
import type { Kysely } from 'kysely'
import * as z from 'zod'
import type { TownId } from '../../../shared/ids.ts'
import type { Schema } from '../../store/schema.ts'

const NAME = 'service-exchange'
const Stored = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() })

/** By what a town signs what it gives to others; made with the first file, and once even when two processes do so together. */
export async function exchangeKey(db: Kysely<Schema>, townId: TownId): Promise<JWK> {
  const known = await kept(db, townId)
  if (known) return known
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  await db.insertInto('sign_in_keys').values({ town_id: townId, name: NAME, value: JSON.stringify(await exportJWK(privateKey)) }).onConflict(conflict => conflict.doNothing()).execute()
  const made = await kept(db, townId)
  if (!made) throw new Error('the key for files of services could not be kept')
  return made
}

async function kept(db: Kysely<Schema>, townId: TownId): Promise<JWK | undefined> {
  const row = await db.selectFrom('sign_in_keys').select('value').where('town_id', '=', townId).where('name', '=', NAME).executeTakeFirst()
  return row && Stored.parse(row.value)
}
