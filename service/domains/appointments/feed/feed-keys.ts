import { createHmac, timingSafeEqual } from 'node:crypto'
import { AccountId, PlaceId, type TownId } from '../../../../shared/ids.ts'
import type { Database } from '../../../store/database.ts'
import { bytesOfUuid, uuidOf } from '../../../store/sealed-ids.ts'
import { townSecret } from '../../../store/town-secret.ts'

/** Whose calendar of which place. */
export interface FeedHolder {
  readonly townId: TownId
  readonly accountId: AccountId
  readonly placeId: PlaceId
}

/**
 * The keys under which calendar programs, which cannot sign in, read the appointments of a place: who and where, and a seal
 * over both and over how often the person took the key back. Only that count is kept; whoever reads the table has no key.
 */
export interface FeedKeys {
  keyFor(holder: FeedHolder): Promise<string>
  /** Another key; the one before opens nothing any more. */
  renewedKeyFor(holder: FeedHolder): Promise<string>
  /** For whom a key was made; null for one that was taken back or never was. */
  holderOf(townId: TownId, key: string): Promise<FeedHolder | null>
}

const ID_BYTES = 16
const SEAL_BYTES = 16
/** 48 bytes as base64url writes them. */
const KEY = /^[\w-]{64}$/

/** To be called outside of transactions only: makes the town's secret on first use. */
export function createFeedKeys(database: Database): FeedKeys {
  const secretOf = townSecret(database)
  const sealOf = async (holder: FeedHolder): Promise<Buffer> => {
    const { townId, accountId, placeId } = holder
    const sealed = `calendar/${townId}/${accountId}/${placeId}/${await renewalsOf(database, holder)}`
    return createHmac('sha256', await secretOf(townId)).update(sealed).digest().subarray(0, SEAL_BYTES)
  }
  const keyFor = async (holder: FeedHolder): Promise<string> =>
    Buffer.concat([bytesOfUuid(holder.accountId), bytesOfUuid(holder.placeId), await sealOf(holder)]).toString('base64url')
  return {
    keyFor,
    async renewedKeyFor(holder) {
      await renew(database, holder)
      return keyFor(holder)
    },
    async holderOf(townId, key) {
      if (!KEY.test(key)) return null
      const bytes = Buffer.from(key, 'base64url')
      const accountId = AccountId.safeParse(uuidOf(bytes.subarray(0, ID_BYTES)))
      const placeId = PlaceId.safeParse(uuidOf(bytes.subarray(ID_BYTES, 2 * ID_BYTES)))
      if (!accountId.success || !placeId.success) return null
      const holder = { townId, accountId: accountId.data, placeId: placeId.data }
      return timingSafeEqual(bytes.subarray(2 * ID_BYTES), await sealOf(holder)) ? holder : null
    },
  }
}

async function renewalsOf({ db }: Database, { townId, accountId, placeId }: FeedHolder): Promise<number> {
  const row = await db.selectFrom('calendar_feeds').select('renewals')
    .where('town_id', '=', townId).where('account_id', '=', accountId).where('place_id', '=', placeId).executeTakeFirst()
  return row?.renewals ?? 0
}

async function renew({ db }: Database, { townId, accountId, placeId }: FeedHolder): Promise<void> {
  await db.insertInto('calendar_feeds').values({ town_id: townId, account_id: accountId, place_id: placeId, renewals: 1 })
    .onConflict(conflict => conflict.columns(['town_id', 'account_id', 'place_id']).doUpdateSet(({ eb, ref }) => ({ renewals: eb(ref('calendar_feeds.renewals'), '+', 1) })))
    .execute()
}
