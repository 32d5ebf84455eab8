import type { Kysely, Transaction } from 'kysely'
import { accountKeyOf } from '../../shared/account-key.ts'
import type { Actor } from '../../shared/actor.ts'
import { isThere } from '../../shared/domains/staff/rights.ts'
import type { AccountId, TownId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { personScope } from '../../shared/scope.ts'
import { instantFromMs, plusDays, type Instant } from '../../shared/time.ts'
import { DEVICE_SHELLS, type DeskAnswer, type DeskQuestion, type Device } from '../../shared/wire/staff.ts'
import { commitChanges } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { allStaff, renewEpoch } from '../store/rights.ts'
import type { Schema } from '../store/schema.ts'
import { revokeDesk, setDeskAside, takeDeskBack } from './desk-secrets.ts'

/** A computer that connects for somebody. */
export interface Connecting {
  readonly deskId: string
  readonly shell: Device['shell']
  readonly version: string
  readonly accountId: AccountId
  /** Null where people sign in elsewhere. */
  readonly grantId: string | null
}

/** Enters a computer in the list of those that people work at; refused where it is cut off. */
export async function noteDevice(trx: Kysely<Schema>, townId: TownId, { deskId, shell, version, accountId, grantId }: Connecting, now: Instant): Promise<Result<null>> {
  const row = await trx.insertInto('devices').values({ town_id: townId, desk_id: deskId, name: '', shell, version, last_seen_at: now, cut_off_at: null, cut_off_by: null, erased_at: null })
    .onConflict(conflict => conflict.columns(['town_id', 'desk_id']).doUpdateSet({ shell, version, last_seen_at: now }))
    .returning('cut_off_at').executeTakeFirstOrThrow()
  if (row.cut_off_at !== null) return refuse('session/device-cut-off')
  await trx.insertInto('device_accounts').values({ town_id: townId, desk_id: deskId, account_id: accountId, grant_id: grantId, last_seen_at: now })
    .onConflict(conflict => conflict.columns(['town_id', 'desk_id', 'account_id']).doUpdateSet({ grant_id: grantId, last_seen_at: now })).execute()
  return ok(null)
}

/** Whether the sign-in that a token came of was ended together with its computer. */
export async function isRevoked(db: Kysely<Schema>, townId: TownId, grantId: string): Promise<boolean> {
  return (await db.selectFrom('revoked_grants').select('grant_id').where('town_id', '=', townId).where('grant_id', '=', grantId).executeTakeFirst()) !== undefined
}

/** Every computer, the one that was seen last first. */
export async function devicesOf(db: Kysely<Schema>, townId: TownId): Promise<readonly Device[]> {
  const rows = await db.selectFrom('devices').selectAll().where('town_id', '=', townId).orderBy('last_seen_at', 'desc').orderBy('desk_id').execute()
  const signedIn = await db.selectFrom('device_accounts').select(['desk_id', 'account_id', 'last_seen_at']).where('town_id', '=', townId).orderBy('last_seen_at', 'desc').orderBy('account_id').execute()
  const staff = await allStaff(db, townId)
  const nameOf = (account: AccountId): string => staff.find(({ id }) => id === account)?.name ?? ''
  return rows.map(row => ({
    deskId: row.desk_id, name: row.name, version: row.version, lastSeenAt: row.last_seen_at,
    shell: DEVICE_SHELLS.find(shell => shell === row.shell) ?? 'unknown',
    people: signedIn.filter(({ desk_id: deskId }) => deskId === row.desk_id).map(one => ({ accountId: one.account_id, name: nameOf(one.account_id), lastSeenAt: one.last_seen_at })),
    cutOffAt: row.cut_off_at, cutOffByName: staff.find(({ personId }) => personId === row.cut_off_by)?.name ?? null, erasedAt: row.erased_at,
  }))
}

interface By {
  readonly actor: Actor
  readonly now: Instant
}

/**
 * Cuts a computer off: every sign-in made there ends, its access tokens too; what lies on its disk is opened by no
 * sign-in; and its desks are told to begin anew, which they cannot.
 */
export async function cutOffDevice({ db }: Database, deskId: string, { actor, now }: By): Promise<Result<null>> {
  const { townId } = actor
  return db.transaction().execute(async trx => {
    const cut = await trx.updateTable('devices').set({ cut_off_at: now, cut_off_by: actor.personId, erased_at: null })
      .where('town_id', '=', townId).where('desk_id', '=', deskId).where('cut_off_at', 'is', null).executeTakeFirst()
    if (cut.numUpdatedRows === 0n) return refuse('staff/unknown-device')
    const accounts = await trx.selectFrom('device_accounts').select(['account_id', 'grant_id']).where('town_id', '=', townId).where('desk_id', '=', deskId).execute()
    await endGrants(trx, townId, accounts.flatMap(({ grant_id: grantId }) => grantId ?? []), now)
    await setDeskAside(trx, townId, deskId, now)
    await beginAnew(trx, townId, accounts.map(({ account_id: accountId }) => accountId))
    await commitChanges(trx, { townId, actor, action: 'staff.cut-off-device', commandId: null, about: deskId, at: now }, [])
    return ok(null)
  })
}

/** An access token lives for minutes; the list needs to be no longer than that. */
const REVOKED_KEPT_DAYS = 2

async function endGrants(trx: Transaction<Schema>, townId: TownId, grantIds: readonly string[], now: Instant): Promise<void> {
  await trx.deleteFrom('revoked_grants').where('town_id', '=', townId).where('revoked_at', '<', plusDays(now, -REVOKED_KEPT_DAYS)).execute()
  if (grantIds.length === 0) return
  await trx.deleteFrom('sign_in_payloads').where('town_id', '=', townId).where('grant_id', 'in', grantIds).execute()
  await trx.insertInto('revoked_grants').values(grantIds.map(grantId => ({ town_id: townId, grant_id: grantId, revoked_at: now }))).onConflict(conflict => conflict.doNothing()).execute()
}

/** Every desk of these accounts asks anew who it works for; at other computers that takes a moment and nothing else. */
async function beginAnew(trx: Transaction<Schema>, townId: TownId, accountIds: readonly AccountId[]): Promise<void> {
  for (const account of (await allStaff(trx, townId)).filter(({ id }) => accountIds.includes(id))) await renewEpoch(trx, townId, account.id, personScope(account.personId))
}

/** People may sign in at the computer again. One that has not heard yet that it is cut off keeps what lies on it. */
export async function allowDevice({ db }: Database, deskId: string, { actor, now }: By): Promise<Result<null>> {
  const { townId } = actor
  return db.transaction().execute(async trx => {
    const allowed = await trx.updateTable('devices').set({ cut_off_at: null, cut_off_by: null, erased_at: null })
      .where('town_id', '=', townId).where('desk_id', '=', deskId).where('cut_off_at', 'is not', null).executeTakeFirst()
    if (allowed.numUpdatedRows === 0n) return refuse('staff/unknown-device')
    await takeDeskBack(trx, townId, deskId, now)
    await commitChanges(trx, { townId, actor, action: 'staff.allow-device', commandId: null, about: deskId, at: now }, [])
    return ok(null)
  })
}

/** Long enough for a laptop that comes out of the cupboard once in a while. */
const UNSEEN_DAYS = 180

/** Forgets computers that nobody has signed in at for long and that are not cut off, and who sat there; how many these were. */
export async function forgetDevices(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  const old = db.selectFrom('devices').select('desk_id').where('town_id', '=', townId).where('cut_off_at', 'is', null).where('last_seen_at', '<', plusDays(now, -UNSEEN_DAYS))
  await db.deleteFrom('device_accounts').where('town_id', '=', townId).where('desk_id', 'in', old).execute()
  const { numDeletedRows } = await db.deleteFrom('devices').where('town_id', '=', townId).where('cut_off_at', 'is', null).where('last_seen_at', '<', plusDays(now, -UNSEEN_DAYS))
    .where(of => of.not(of.exists(of.selectFrom('device_accounts').select('desk_id').whereRef('device_accounts.town_id', '=', 'devices.town_id').whereRef('device_accounts.desk_id', '=', 'devices.desk_id')))).executeTakeFirst()
  return Number(numDeletedRows)
}

/** How somebody calls a computer at which they have signed in. */
export async function nameDevice(db: Kysely<Schema>, townId: TownId, accountId: AccountId, { deskId, name }: { readonly deskId: string; readonly name: string }): Promise<Result<null>> {
  const known = await db.selectFrom('device_accounts').select('desk_id').where('town_id', '=', townId).where('desk_id', '=', deskId).where('account_id', '=', accountId).executeTakeFirst()
  if (!known) return refuse('staff/unknown-device')
  await db.updateTable('devices').set({ name }).where('town_id', '=', townId).where('desk_id', '=', deskId).execute()
  return ok(null)
}

/**
 * What has to go from a computer that asks without anybody signed in: everything where it is cut off, else what belongs to
 * accounts that signed in there and may nothing any more. Of a computer and of accounts that it does not know the service
 * says nothing: one that was set back to an earlier day must not have thrown away what only a desk still holds. For some
 * days after that it orders nothing either that was decided before: it may have been taken back since.
 */
export async function deskStanding(db: Kysely<Schema>, townId: TownId, { desk, holds }: DeskQuestion, now: Instant): Promise<DeskAnswer> {
  const device = await db.selectFrom('devices').select(['cut_off_at', 'erased_at']).where('town_id', '=', townId).where('desk_id', '=', desk).executeTakeFirst()
  if (!device) return { cutOff: false, erase: [] }
  const setBackAt = await setBackOf(db, now)
  const cutOff = device.cut_off_at !== null && (setBackAt === null || device.cut_off_at > setBackAt)
  const here = await db.selectFrom('device_accounts').select('account_id').where('town_id', '=', townId).where('desk_id', '=', desk).execute()
  const accounts = new Map((await allStaff(db, townId)).map(account => [account.id, account]))
  const left = setBackAt === null ? null : await changedAfter(db, townId, setBackAt)
  const gone = here.filter(({ account_id: id }) => cutOff || (!isThereNow(accounts.get(id), now) && left?.has(id) !== false)).map(({ account_id: id }) => accountKeyOf(townId, id))
  const erase = holds.filter(key => cutOff || gone.includes(key))
  if (cutOff && holds.length === 0 && device.erased_at === null) {
    await revokeDesk(db, townId, desk)
    await db.updateTable('devices').set({ erased_at: now }).where('town_id', '=', townId).where('desk_id', '=', desk).execute()
  }
  return { cutOff, erase }
}

/** Long enough for whoever set the service back on a Friday to look through what has to be done again. */
const QUIET_DAYS = 7

/** When the service was set back to an earlier day, if that is not long ago. */
async function setBackOf(db: Kysely<Schema>, now: Instant): Promise<Instant | null> {
  const { restored_at: restoredAt } = await db.selectFrom('dataset').select('restored_at').executeTakeFirstOrThrow()
  const at = restoredAt && instantFromMs(new Date(restoredAt).getTime())
  return at !== null && at > plusDays(now, -QUIET_DAYS) ? at : null
}

/** Accounts that were changed since a moment. */
async function changedAfter(db: Kysely<Schema>, townId: TownId, at: Instant): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('feed').select('record_id').distinct().where('town_id', '=', townId).where('table_name', '=', 'staff').where('at', '>', at).execute()
  return new Set(rows.map(({ record_id: id }) => id))
}

const isThereNow = (account: Parameters<typeof isThere>[0] | undefined, now: Instant): boolean => account !== undefined && isThere(account, now)
