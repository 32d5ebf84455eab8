import { randomBytes } from 'node:crypto'
import type { TownId } from '../../shared/ids.ts'
import type { Database } from './database.ts'

/** The secret from which the links of a town's citizens follow: to their mailboxes, to their appointments. */
export type TownSecret = (townId: TownId) => Promise<string>

/** Makes a town's secret on first use. To be called outside of transactions only. */
export function townSecret({ db }: Database): TownSecret {
  const secrets = new Map<TownId, string>()
  return async townId => {
    const secret = secrets.get(townId) ?? (await kept(db, townId))
    secrets.set(townId, secret)
    return secret
  }
}

async function kept(db: Database['db'], townId: TownId): Promise<string> {
  const fresh = { town_id: townId, secret: randomBytes(32).toString('base64') }
  await db.insertInto('mailbox_secrets').values(fresh).onConflict(conflict => conflict.doNothing()).execute()
  const { secret } = await db.selectFrom('mailbox_secrets').select('secret').where('town_id', '=', townId).executeTakeFirstOrThrow()
  return secret
}
