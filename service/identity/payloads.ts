import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider'
import type { TownId } from '../../shared/ids.ts'
import { instantFromMs, msOf, type Clock, type Instant } from '../../shared/time.ts'
import type { Schema } from '../store/schema.ts'

/** Who holds one of these can act with it: only its hash is kept. */
const BEARERS: ReadonlySet<string> = new Set(['AuthorizationCode', 'RefreshToken', 'AccessToken'])

/** What the sign-in keeps in the database, for one kind of thing (session, code, refresh token, …). */
export function payloadsOf(db: Kysely<Schema>, townId: TownId, clock: Clock, model: string): Adapter {
  const isBearer = BEARERS.has(model)
  const now = () => instantFromMs(clock.nowMs())
  const rows = () => db.selectFrom('sign_in_payloads').where('town_id', '=', townId).where('model', '=', model).select(['payload', 'consumed_at'])
  const adapter: Adapter = {
    upsert: async (id, { jti, ...payload }, expiresIn) => {
      const columns = {
        payload: JSON.stringify(isBearer ? payload : { ...payload, jti }),
        grant_id: payload.grantId ?? null,
        account_id: payload.accountId ?? null,
        uid: payload.uid ?? null,
        expires_at: expiresIn ? instantFromMs(clock.nowMs() + expiresIn * 1000) : null,
      }
      await db.insertInto('sign_in_payloads').values({ town_id: townId, model, id: keyOf(id), ...columns })
        .onConflict(conflict => conflict.columns(['town_id', 'model', 'id']).doUpdateSet(columns)).execute()
      // Every sign-in begins with one of these: a good moment to clear away what earlier ones left.
      if (model === 'Interaction') await forgetExpired(db, townId, now())
    },
    find: async id => payloadIn(await rows().where('id', '=', keyOf(id)).executeTakeFirst(), id),
    findByUid: async uid => payloadIn(await rows().where('uid', '=', uid).executeTakeFirst()),
    findByUserCode: async () => undefined,
    // The condition decides between two that come at once: exactly one of them consumes.
    consume: async id => {
      const result = await db.updateTable('sign_in_payloads').set({ consumed_at: now() })
        .where('town_id', '=', townId).where('model', '=', model).where('id', '=', keyOf(id)).where('consumed_at', 'is', null)
        .executeTakeFirst()
      if (result.numUpdatedRows === 0n) await refuseSecondUse(db, townId, await adapter.find(id))
    },
    destroy: async id => {
      await db.deleteFrom('sign_in_payloads').where('town_id', '=', townId).where('model', '=', model).where('id', '=', keyOf(id)).execute()
    },
    revokeByGrantId: grantId => deleteGrant(db, townId, grantId),
  }
  return adapter
}

const keyOf = (id: string): string => createHash('sha256').update(id).digest('base64url')

interface StoredPayload {
  readonly payload: unknown
  readonly consumed_at: Date | null
}

function payloadIn(row: StoredPayload | undefined, id?: string): AdapterPayload | undefined {
  if (!row) return undefined
  const consumed = row.consumed_at ? { consumed: Math.floor(new Date(row.consumed_at).getTime() / 1000) } : {}
  return { ...(row.payload as AdapterPayload), ...(id === undefined ? {} : { jti: id }), ...consumed }
}

/** Used a second time, a code or refresh token is taken for stolen: everything that came of the same sign-in ends. */
async function refuseSecondUse(db: Kysely<Schema>, townId: TownId, payload: AdapterPayload | undefined | void): Promise<never> {
  if (payload?.grantId) await deleteGrant(db, townId, payload.grantId)
  throw new errors.InvalidGrant('used twice')
}

async function deleteGrant(db: Kysely<Schema>, townId: TownId, grantId: string): Promise<void> {
  await db.deleteFrom('sign_in_payloads').where('town_id', '=', townId).where('grant_id', '=', grantId).execute()
}

/** Whether anything of a sign-in is left by which it could be renewed: nothing is after signing out, leaving, a new password, and where its computer was cut off. */
export async function hasSignIn(db: Kysely<Schema>, townId: TownId, grantId: string): Promise<boolean> {
  return (await db.selectFrom('sign_in_payloads').select('id').where('town_id', '=', townId).where('grant_id', '=', grantId).limit(1).executeTakeFirst()) !== undefined
}

/** Ends every session and every refresh token of an account. */
export async function endSignIns(db: Kysely<Schema>, townId: TownId, accountId: string): Promise<void> {
  await db.deleteFrom('sign_in_payloads').where('town_id', '=', townId).where('account_id', '=', accountId).execute()
}

const KEPT_EXPIRED_MS = 3_600_000

/** Clears away what has run out; how many things that were. */
export async function forgetExpired(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  const until = new Date(msOf(now) - KEPT_EXPIRED_MS)
  const { numDeletedRows } = await db.deleteFrom('sign_in_payloads')
    .where('town_id', '=', townId).where('expires_at', '<', until).executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
