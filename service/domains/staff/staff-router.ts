import { implement } from '@orpc/server'
import type { Staff } from '../../../shared/domains/staff/tables.ts'
import { mayChangeGrants, type GivenGrant } from '../../../shared/domains/staff/grants.ts'
import type { GroupGrant } from '../../../shared/domains/staff/group-rights.ts'
import { PersonId, type AccountId, type TownId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { instantFromMs, type Clock, type Instant } from '../../../shared/time.ts'
import { staffContract, type AccountStates, type NewGroups, type OneTimePassword, type SignInGroups } from '../../../shared/wire/staff.ts'
import { valueOrRefuse } from '../../http/refusal.ts'
import { townFor } from '../../http/town-for.ts'
import { standingOf } from '../../identity/accounts.ts'
import { allowDevice, cutOffDevice, devicesOf, nameDevice } from '../../identity/devices.ts'
import { groupGrantsOf, keepGroupGrants } from '../../identity/groups/group-grants.ts'
import type { GroupSettings } from '../../identity/groups/group-settings.ts'
import { giveOneTimePassword } from '../../identity/one-time-password.ts'
import { endSignIns } from '../../identity/payloads.ts'
import type { Access } from '../../store/access.ts'
import { changedRights } from '../../store/changed-rights.ts'
import { commitChanges } from '../../store/commit.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import { lockTown } from '../../store/towns.ts'
import { dutiesOf } from './duties.ts'

export interface StaffRouterParts {
  readonly database: Database
  readonly clock: Clock
  /** Whether people sign in at this service. */
  readonly hasOwnSignIn: boolean
  readonly groups: GroupSettings
}

const KEEPERS = ['administrator'] as const
/** What a group gives is given to no one person. */
const NOBODY = { personId: PersonId.parse('00000000-0000-4000-8000-000000000000') }

/** What administrators of the whole town ask and do about people and computers beside commands: what no desk may hold, or what is shown only once. */
export function createStaffRouter(parts: StaffRouterParts) {
  const { database, clock } = parts
  const { db } = database
  const os = implement(staffContract).$context<{ readonly access: Access }>()
  const now = (): Instant => instantFromMs(clock.nowMs())
  const devices = async (townId: TownId) => ({ devices: [...(await devicesOf(db, townId))] })
  return os.router({
    accounts: os.accounts.handler(({ context: { access } }) => accountStates(parts, townFor(access, KEEPERS))),
    duties: os.duties.handler(async ({ input, context: { access } }) => {
      const townId = townFor(access, KEEPERS)
      return dutiesOf(db, townId, valueOrRefuse(await accountById(database, townId, input.accountId)).personId)
    }),
    givePassword: os.givePassword.handler(async ({ input, context: { access } }) => {
      townFor(access, KEEPERS)
      return valueOrRefuse(await givePassword(parts, access, input.accountId, now()))
    }),
    devices: os.devices.handler(({ context: { access } }) => devices(townFor(access, KEEPERS))),
    cutOff: os.cutOff.handler(async ({ input, context: { access } }) => {
      const townId = townFor(access, KEEPERS)
      valueOrRefuse(await cutOffDevice(database, input.deskId, { actor: access.actor, now: now() }))
      return devices(townId)
    }),
    allowAgain: os.allowAgain.handler(async ({ input, context: { access } }) => {
      const townId = townFor(access, KEEPERS)
      valueOrRefuse(await allowDevice(database, input.deskId, { actor: access.actor, now: now() }))
      return devices(townId)
    }),
    nameDevice: os.nameDevice.handler(async ({ input, context: { access: { actor } } }) => {
      valueOrRefuse(await nameDevice(db, actor.townId, actor.accountId, input))
      return { name: input.name }
    }),
    groups: os.groups.handler(({ context: { access } }) => groupsOf(parts, townFor(access, KEEPERS))),
    setGroups: os.setGroups.handler(async ({ input, context: { access } }) => {
      const townId = townFor(access, KEEPERS)
      valueOrRefuse(await setGroups(parts, access, input, now()))
      return groupsOf(parts, townId)
    }),
  })
}

async function accountById({ db }: Database, townId: TownId, accountId: AccountId): Promise<Result<Staff>> {
  const account = (await loadRecords(db, townId, [{ table: 'staff', id: accountId }], false)).get(`staff/${accountId}`) as Staff | undefined
  return account ? ok(account) : refuse('commands/record-missing', { table: 'staff' })
}

async function accountStates({ database: { db }, clock, hasOwnSignIn }: StaffRouterParts, townId: TownId): Promise<AccountStates> {
  const accounts = await db.selectFrom('staff').select('id').where('town_id', '=', townId).orderBy('id').execute()
  const passwords = new Map((await db.selectFrom('credentials').select(['account_id', 'one_time_until']).where('town_id', '=', townId).execute()).map(row => [row.account_id, row]))
  const seen = await db.selectFrom('device_accounts').select(['account_id', db.fn.max('last_seen_at').as('at')]).where('town_id', '=', townId).groupBy('account_id').execute()
  return {
    hasOwnSignIn,
    accounts: accounts.map(({ id }) => {
      const known = passwords.get(id)
      return { accountId: id, password: known ? standingOf(known.one_time_until, clock) : 'none', lastSeenAt: seen.find(row => row.account_id === id)?.at ?? null }
    }),
  }
}

/**
 * A new password for one sign-in; what was signed in by the old one ends. Nobody gives one to themself, and who only stands in for an
 * administrator gives none to one: whoever holds a password of an administrator is one.
 */
async function givePassword({ database, hasOwnSignIn }: StaffRouterParts, { actor }: Access, accountId: AccountId, now: Instant): Promise<Result<OneTimePassword>> {
  if (!hasOwnSignIn) return refuse('staff/signs-in-elsewhere')
  const { townId } = actor
  const found = await accountById(database, townId, accountId)
  if (!found.ok) return found
  const account = found.value
  if (account.personId === actor.personId) return refuse('staff/own-rights')
  const may = mayChangeGrants(actor, account, account.grants, [])
  if (!may.ok) return may
  if (!account.active) return refuse('staff/left-already', { name: account.name })
  return database.db.transaction().execute(async trx => {
    await endSignIns(trx, townId, accountId)
    const given = await giveOneTimePassword(trx, townId, accountId, now)
    await commitChanges(trx, { townId, actor, action: 'staff.give-password', commandId: null, about: accountId, at: now }, [])
    return ok(given)
  })
}

async function groupsOf({ database, hasOwnSignIn, groups }: StaffRouterParts, townId: TownId): Promise<SignInGroups> {
  const mapping = await groupGrantsOf(database.db, townId)
  const names = [...new Set(mapping.map(({ group }) => group))]
  return {
    hasOwnSignIn, claim: groups.oidcGroupsClaim, opensAccounts: groups.oidcOpensAccounts,
    groups: names.map(name => ({ group: name, grants: [...grantsOf(mapping, name)] })),
  }
}

const grantsOf = (mapping: readonly GroupGrant[], name: string): readonly GivenGrant[] => mapping.filter(({ group }) => group === name).map(({ grant }) => grant)

/** Says what groups give, from the next sign-in of everybody on. Administrators are made by it under the same rule as by hand. */
async function setGroups({ database }: StaffRouterParts, { actor }: Access, { groups }: NewGroups, now: Instant): Promise<Result<null>> {
  const { townId } = actor
  const mapping = groups.flatMap(({ group, grants }) => grants.map(grant => ({ group, grant })))
  const wanted = new Set(mapping.flatMap(({ grant: { departmentId } }) => departmentId ?? []))
  return database.db.transaction().execute(async trx => {
    // Nobody closes a department meanwhile.
    await lockTown(trx, townId)
    const departments = await trx.selectFrom('departments').select(['id', 'name', 'closed_at']).where('town_id', '=', townId).execute()
    if ([...wanted].some(id => !departments.some(known => known.id === id))) return refuse('applications/unknown-department')
    const closed = departments.find(({ id, closed_at: closedAt }) => closedAt !== null && wanted.has(id))
    if (closed) return refuse('staff/department-closed', { name: closed.name })
    const before = await groupGrantsOf(trx, townId)
    const names = [...new Set([...before, ...mapping].map(({ group }) => group))]
    for (const name of names) {
      // Group by group: the same right in another group is the right of other people.
      const may = mayChangeGrants(actor, NOBODY, grantsOf(before, name), grantsOf(mapping, name))
      if (!may.ok) return may
    }
    await keepGroupGrants(trx, townId, mapping)
    const rights = names.flatMap(name => changedRights(null, grantsOf(before, name), grantsOf(mapping, name), name))
    await commitChanges(trx, { townId, actor, action: 'staff.set-groups', commandId: null, about: 'groups', rights, at: now }, [])
    return ok(null)
  })
}
