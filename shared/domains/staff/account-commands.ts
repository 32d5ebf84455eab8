import * as z from 'zod'
import type { Grant } from '../../actor.ts'
import { defineCommand, type Change, type Moment, type RecordRef, type State } from '../../command.ts'
import { endOfGermanDay, germanDay } from '../../german-days.ts'
import { AccountId, DepartmentId, derivedUuid, PersonId, type CommandId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import { instantFromMs, msOf } from '../../time.ts'
import { changedByHand, GivenGrants, isSameGrant, keptAsTheyAre, mayChangeGrants } from './grants.ts'
import { worksIn } from './rights.ts'
import type { Staff } from './tables.ts'

export const Login = z.string().regex(/^\S{2,80}$/)
const PersonName = z.string().trim().min(1).max(120)

const OnAccount = z.object({ accountId: AccountId })

const ONLY_ADMINISTRATORS = ['administrator'] as const

const departmentsOf = (grants: readonly Pick<Grant, 'departmentId'>[]): readonly RecordRef[] =>
  [...new Set(grants.flatMap(({ departmentId }) => departmentId ?? []))].map(id => ({ table: 'departments', id }))

const theAccount = ({ accountId }: z.infer<typeof OnAccount>): readonly RecordRef[] => [{ table: 'staff', id: accountId }]

const put = (row: Staff): readonly Change[] => [{ table: 'staff', row }]

function accountIn(state: State, accountId: AccountId): Result<Staff> {
  const account = state.get('staff', accountId)
  return account ? ok(account) : refuse('commands/record-missing', { table: 'staff' })
}

/** Departments that are there and not closed; what somebody has already may stay where it is. */
function departmentsTake(state: State, grants: readonly Grant[], held: readonly Grant[]): Result<null> {
  for (const grant of grants) {
    if (grant.departmentId === null || held.some(one => isSameGrant(one, grant))) continue
    const department = state.get('departments', grant.departmentId)
    if (!department) return refuse('applications/unknown-department')
    if (department.closedAt) return refuse('staff/department-closed', { name: department.name })
  }
  return ok(null)
}

/** The id of the account that a command of this id adds. */
export const addedAccount = (commandId: CommandId): AccountId => AccountId.parse(derivedUuid(commandId, 'account'))

/** Lets one more person work with the desk; the password is given apart, by the service that people sign in at. */
export const addAccount = defineCommand({
  name: 'staff.add',
  version: 1,
  input: z.object({ login: Login, name: PersonName, grants: GivenGrants.min(1) }),
  offline: 'online-only',
  roles: ONLY_ADMINISTRATORS,
  onlyIfUnchanged: false,
  reads: ({ grants }) => departmentsOf(grants),
  decide: (state, { login, name, grants }, moment) => {
    const personId = PersonId.parse(moment.newId('person'))
    const may = mayChangeGrants(moment.actor, { personId }, [], grants)
    if (!may.ok) return may
    const takes = departmentsTake(state, grants, [])
    if (!takes.ok) return takes
    return ok(put({ id: addedAccount(moment.commandId), scope: TOWN_SCOPE, version: 0, personId, login, name, grants, deputyships: [], active: true, leavesAt: null }))
  },
})

/** Corrects a name or a login, and says what somebody may; what comes from a group, or holds in every department, stays. */
export const changeAccount = defineCommand({
  name: 'staff.change',
  version: 1,
  input: OnAccount.extend({ login: Login, name: PersonName, grants: GivenGrants }),
  offline: 'online-only',
  roles: ONLY_ADMINISTRATORS,
  onlyIfUnchanged: true,
  reads: input => [...theAccount(input), ...departmentsOf(input.grants)],
  decide: (state, input, moment) => {
    const found = accountIn(state, input.accountId)
    if (!found.ok) return found
    return regranted(state, { ...found.value, login: input.login, name: input.name }, input.grants, moment)
  },
})

/** The account with these rights instead of those that can be changed. */
function regranted(state: State, account: Staff, grants: readonly Grant[], { actor }: Moment): Result<readonly Change[]> {
  const held = changedByHand(account.grants)
  const may = mayChangeGrants(actor, account, held, grants)
  if (!may.ok) return may
  const takes = departmentsTake(state, grants, held)
  return takes.ok ? ok(put({ ...account, grants: [...grants, ...keptAsTheyAre(account.grants)] })) : takes
}

/** Takes everything that somebody may in one department to another one; what they may elsewhere stays. */
export const moveAccount = defineCommand({
  name: 'staff.move',
  version: 1,
  input: OnAccount.extend({ fromDepartmentId: DepartmentId, toDepartmentId: DepartmentId }),
  offline: 'online-only',
  roles: ONLY_ADMINISTRATORS,
  onlyIfUnchanged: true,
  reads: input => [...theAccount(input), { table: 'departments', id: input.toDepartmentId }],
  decide: (state, { accountId, fromDepartmentId, toDepartmentId }, moment) => {
    const found = accountIn(state, accountId)
    if (!found.ok) return found
    const held = changedByHand(found.value.grants)
    if (fromDepartmentId === toDepartmentId || !held.some(({ departmentId }) => departmentId === fromDepartmentId)) return refuse('staff/nothing-to-move')
    const moved = held.map(grant => (grant.departmentId === fromDepartmentId ? { ...grant, departmentId: toDepartmentId } : grant))
    return regranted(state, found.value, moved.filter((grant, index) => moved.findIndex(other => isSameGrant(grant, other)) === index), moment)
  },
})

/**
 * Ends what somebody may: at once, or with the end of a German day. What they may and whom they stand in for is taken away for
 * good, so that nobody who comes back gets rights of years ago unasked; their name stays in the histories.
 */
export const leave = defineCommand({
  name: 'staff.leave',
  version: 1,
  input: OnAccount.extend({ lastDay: z.iso.date().nullable() }),
  offline: 'online-only',
  roles: ONLY_ADMINISTRATORS,
  onlyIfUnchanged: false,
  reads: theAccount,
  decide: (state, { accountId, lastDay }, { actor, now }) => {
    const found = accountIn(state, accountId)
    if (!found.ok) return found
    const account = found.value
    if (account.personId === actor.personId) return refuse('staff/own-rights')
    const may = mayChangeGrants(actor, account, account.grants, [])
    if (!may.ok) return may
    if (!account.active) return refuse('staff/left-already', { name: account.name })
    if (lastDay === null) return ok(put(departed(account)))
    if (lastDay < germanDay(now)) return refuse('staff/last-day-over')
    return ok(put({ ...account, leavesAt: instantFromMs(msOf(endOfGermanDay(lastDay)) + 1) }))
  },
})

/** An account of somebody who has left. */
export const departed = (account: Staff): Staff => ({ ...account, active: false, leavesAt: null, grants: [], deputyships: [] })

/** Somebody stays after all, or comes back with the rights that they are given now. */
export const comeBack = defineCommand({
  name: 'staff.come-back',
  version: 1,
  input: OnAccount.extend({ grants: GivenGrants }),
  offline: 'online-only',
  roles: ONLY_ADMINISTRATORS,
  onlyIfUnchanged: false,
  reads: input => [...theAccount(input), ...departmentsOf(input.grants)],
  decide: (state, { accountId, grants }, moment) => {
    const found = accountIn(state, accountId)
    if (!found.ok) return found
    const account = found.value
    if (account.active && !account.leavesAt) return refuse('staff/is-there', { name: account.name })
    if (account.active) {
      const may = mayChangeGrants(moment.actor, account, account.grants, account.grants)
      return may.ok ? ok(put({ ...account, leavesAt: null })) : may
    }
    if (grants.length === 0) return refuse('staff/no-rights')
    return regranted(state, { ...account, active: true, leavesAt: null }, grants, moment)
  },
})

const OnDuties = OnAccount.extend({ departmentId: DepartmentId, toAccountId: AccountId.nullable() })

/** What a leaver had in hand goes to a colleague, or is nobody's in its department; which rows that are is looked up by the service. */
export const handOverDuties = defineCommand({
  name: 'staff.hand-over',
  version: 1,
  input: OnDuties,
  offline: 'online-only',
  roles: ONLY_ADMINISTRATORS,
  onlyIfUnchanged: false,
  reads: ({ accountId, toAccountId, departmentId }) => [
    { table: 'staff', id: accountId },
    ...(toAccountId ? [{ table: 'staff', id: toAccountId } as const] : []),
    { table: 'departments', id: departmentId },
  ],
  decide: (state, input, { actor }) => mayHandOver(state, input, actor),
})

function mayHandOver(state: State, { accountId, toAccountId, departmentId }: z.infer<typeof OnDuties>, actor: Moment['actor']): Result<readonly Change[]> {
  const from = accountIn(state, accountId)
  if (!from.ok) return from
  const may = mayChangeGrants(actor, from.value, [], [])
  if (!may.ok) return may
  if (!state.get('departments', departmentId)) return refuse('applications/unknown-department')
  if (toAccountId === null) return ok([])
  const to = accountIn(state, toAccountId)
  if (!to.ok) return to
  const isFit = to.value.personId !== from.value.personId && !to.value.leavesAt && worksIn(to.value, departmentId)
  return isFit ? ok([]) : refuse('applications/assignee-unfit', { name: to.value.name })
}

export const accountCommands = [addAccount, changeAccount, moveAccount, leave, comeBack, handOverDuties] as const
