import { randomUUID } from 'node:crypto'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Grant } from '../../../shared/actor.ts'
import { GivenGrant, hasAdministrator } from '../../../shared/domains/staff/grants.ts'
import { grantsOfGroups, isSameRights, withGroupGrants, type GroupGrant } from '../../../shared/domains/staff/group-rights.ts'
import type { Staff } from '../../../shared/domains/staff/tables.ts'
import { AccountId, PersonId, type TownId } from '../../../shared/ids.ts'
import { TOWN_SCOPE } from '../../../shared/scope.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Database } from '../../store/database.ts'
import { commitChanges } from '../../store/commit.ts'
import { loadRecords } from '../../store/records.ts'
import { allStaff, renewEpochs } from '../../store/rights.ts'
import type { Schema } from '../../store/schema.ts'
import { lockTown } from '../../store/towns.ts'
import { normalLogin } from '../accounts.ts'

/** What groups give in this town, in the order of their names. */
export async function groupGrantsOf(db: Kysely<Schema>, townId: TownId): Promise<readonly GroupGrant[]> {
  const rows = await db.selectFrom('group_grants').selectAll().where('town_id', '=', townId).orderBy('group_name').orderBy('role').orderBy('department_id').execute()
  return rows.flatMap(({ group_name: group, role, department_id: departmentId }) => {
    const grant = GivenGrant.safeParse({ role, departmentId: departmentId === '' ? null : departmentId })
    return grant.success ? [{ group, grant: grant.data }] : []
  })
}

export async function keepGroupGrants(trx: Transaction<Schema>, townId: TownId, mapping: readonly GroupGrant[]): Promise<void> {
  await trx.deleteFrom('group_grants').where('town_id', '=', townId).execute()
  if (mapping.length === 0) return
  await trx.insertInto('group_grants')
    .values(mapping.map(({ group, grant: { role, departmentId } }) => ({ town_id: townId, group_name: group, role, department_id: departmentId ?? '' }))).execute()
}

/** Who signs in, as the issuer says. */
interface InGroups {
  readonly login: string
  readonly groups: readonly string[]
  /** When the issuer said so, in seconds since 1970; 0 when it does not say when. */
  readonly saidAt: number
}

type Applied = 'same' | 'changed' | 'opened' | 'kept-last-administrator'

/**
 * Gives and takes what the groups of somebody say, in the town's own words and in its audit log. Whoever has left stays out whatever their
 * groups are; and the last administrator keeps that right, because nobody could give it back.
 */
export async function applyGroups({ db }: Database, townId: TownId, person: InGroups, { opensAccounts, now }: { readonly opensAccounts: boolean; readonly now: Instant }): Promise<Applied> {
  if (!(await isNews(db, townId, person))) return 'same'
  const mapping = await groupGrantsOf(db, townId)
  const known = (await allStaff(db, townId)).find(({ login }) => normalLogin(login) === normalLogin(person.login))
  const wanted = known && withGroupGrants(known.grants, person.groups, mapping)
  // Most tokens say nothing new: nobody waits for anybody then.
  if (known && wanted && (!known.active || isSameRights(known.grants, wanted))) return 'same'
  if (!known && (!opensAccounts || grantsOfGroups(person.groups, mapping).length === 0)) return 'same'
  return db.transaction().execute(async trx => {
    // First, as commands do: the whole account is written, and what a command changes in it meanwhile must not be lost.
    if (known) await loadRecords(trx, townId, [{ table: 'staff', id: known.id }], true)
    await lockTown(trx, townId)
    const everyone = await allStaff(trx, townId)
    const account = everyone.find(({ login }) => normalLogin(login) === normalLogin(person.login))
    if (!account && !opensAccounts) return 'same'
    if (!account) return open(trx, townId, person, mapping, now)
    return account.active ? change(trx, townId, { account, everyone, grants: withGroupGrants(account.grants, person.groups, mapping) }, now) : 'same'
  })
}

/** A token that is older than one that was followed already says what was: a right that was taken does not come back by it. */
async function isNews(db: Kysely<Schema>, townId: TownId, { login, saidAt }: InGroups): Promise<boolean> {
  if (saidAt === 0) return true
  const { rows: [older] } = await sql`select 1 from staff where town_id = ${townId} and lower(login) = ${normalLogin(login)} and groups_at > ${saidAt}`.execute(db)
  if (older) return false
  await sql`update staff set groups_at = ${saidAt} where town_id = ${townId} and lower(login) = ${normalLogin(login)} and coalesce(groups_at, 0) < ${saidAt}`.execute(db)
  return true
}

async function open(trx: Transaction<Schema>, townId: TownId, { login, groups }: InGroups, mapping: readonly GroupGrant[], now: Instant): Promise<Applied> {
  const row: Staff = {
    id: AccountId.parse(randomUUID()), scope: TOWN_SCOPE, version: 0, personId: PersonId.parse(randomUUID()), login, name: login,
    grants: [...grantsOfGroups(groups, mapping)], deputyships: [], active: true, leavesAt: null,
  }
  await commitChanges(trx, { townId, actor: null, action: 'staff.opened-by-group', commandId: null, at: now }, [{ table: 'staff', row }])
  return 'opened'
}

interface Changing {
  readonly account: Staff
  readonly everyone: readonly Staff[]
  readonly grants: readonly Grant[]
}

async function change(trx: Transaction<Schema>, townId: TownId, { account, everyone, grants }: Changing, now: Instant): Promise<Applied> {
  const wanted: Staff = { ...account, grants: [...grants] }
  const isLast = hasAdministrator(everyone) && !hasAdministrator(everyone.map(other => (other.id === account.id ? wanted : other)))
  const row: Staff = isLast ? { ...wanted, grants: [...wanted.grants, ...account.grants.filter(({ role, departmentId }) => role === 'administrator' && departmentId === null)] } : wanted
  if (isSameRights(account.grants, row.grants)) return isLast ? 'kept-last-administrator' : 'same'
  await renewEpochs(trx, { townId, at: now }, account, row)
  await commitChanges(trx, { townId, actor: null, action: 'staff.groups-applied', commandId: null, at: now }, [{ table: 'staff', row }])
  return isLast ? 'kept-last-administrator' : 'changed'
}
