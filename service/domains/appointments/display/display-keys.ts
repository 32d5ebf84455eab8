import { createHmac, timingSafeEqual } from 'node:crypto'
import { PlaceId, type TownId } from '../../../../shared/ids.ts'
import type { Database } from '../../../store/database.ts'
import { bytesOfUuid, uuidOf } from '../../../store/sealed-ids.ts'
import { townSecret } from '../../../store/town-secret.ts'

/**
 * The keys of the displays in the lobby, on which nobody signs in: the place, and a seal over it and over how often its
 * address was taken back. Only that count is kept; whoever reads the table has no key.
 */
export interface DisplayKeys {
  keyFor(townId: TownId, placeId: PlaceId): Promise<string>
  /** Another key; the one before opens nothing any more. */
  renewedKeyFor(townId: TownId, placeId: PlaceId): Promise<string>
  /** The place a key was made for; null for one that was taken back or never was. */
  placeOf(townId: TownId, key: string): Promise<PlaceId | null>
}

const ID_BYTES = 16
const SEAL_BYTES = 16
/** 32 bytes as base64url writes them. */
const KEY = /^[\w-]{43}$/

/** To be called outside of transactions only: makes the town's secret on first use. */
export function createDisplayKeys(database: Database): DisplayKeys {
  const secretOf = townSecret(database)
  const sealOf = async (townId: TownId, placeId: PlaceId): Promise<Buffer> =>
    createHmac('sha256', await secretOf(townId)).update(`display/${townId}/${placeId}/${await renewalsOf(database, townId, placeId)}`).digest().subarray(0, SEAL_BYTES)
  const keyFor = async (townId: TownId, placeId: PlaceId): Promise<string> => Buffer.concat([bytesOfUuid(placeId), await sealOf(townId, placeId)]).toString('base64url')
  return {
    keyFor,
    async renewedKeyFor(townId, placeId) {
      await renew(database, townId, placeId)
      return keyFor(townId, placeId)
    },
    async placeOf(townId, key) {
      const bytes = Buffer.from(KEY.test(key) ? key : '', 'base64url')
      // One way of writing it only: the last letter has bits to spare.
      if (bytes.length !== ID_BYTES + SEAL_BYTES || bytes.toString('base64url') !== key) return null
      const placeId = PlaceId.safeParse(uuidOf(bytes.subarray(0, ID_BYTES)))
      return placeId.success && timingSafeEqual(bytes.subarray(ID_BYTES), await sealOf(townId, placeId.data)) ? placeId.data : null
    },
  }
}

async function renewalsOf({ db }: Database, townId: TownId, placeId: PlaceId): Promise<number> {
  const row = await db.selectFrom('display_addresses').select('renewals').where('town_id', '=', townId).where('place_id', '=', placeId).executeTakeFirst()
  return row?.renewals ?? 0
}

async function renew({ db }: Database, townId: TownId, placeId: PlaceId): Promise<void> {
  await db.insertInto('display_addresses').values({ town_id: townId, place_id: placeId, renewals: 1 })
    .onConflict(conflict => conflict.columns(['town_id', 'place_id']).doUpdateSet(({ eb, ref }) => ({ renewals: eb(ref('display_addresses.renewals'), '+', 1) })))
    .execute()
}
