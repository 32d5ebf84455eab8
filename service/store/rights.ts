import { sql, type Kysely } from 'kysely'
import { grantsIn, ROLES, type Actor } from '../../shared/actor.ts'
import { canonicalJson } from '../../shared/canonical.ts'
import { recordKey, type RecordRef } from '../../shared/command.ts'
import { actorOf, isThere, scopesOf } from '../../shared/domains/staff/rights.ts'
import type { Staff } from '../../shared/domains/staff/tables.ts'
import type { AccountId, PersonId, TownId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { departmentOf, type Scope } from '../../shared/scope.ts'
import type { Instant } from '../../shared/time.ts'
import { FIRST_EPOCH, scopesOfDepartments } from './access.ts'
import { commitChanges, type Origin } from './commit.ts'
import { loadRecords } from './records.ts'
import type { Schema } from './schema.ts'

export type Rights = Partial<Pick<Staff, 'grants' | 'deputyships' | 'active'>>

/**
 * Changes what an account may. Every scope in which the rights of this account, or of one that stands in for its
 * person, are now different gets a new epoch: the desks concerned load that scope anew.
 */
export async function setGrants(
  trx: Kysely<Schema>,
  origin: Origin,
  accountId: AccountId,
  rights: Rights,
): Promise<Result<{ readonly position: number }>> {
  const record: RecordRef<'staff'> = { table: 'staff', id: accountId }
  const account = (await loadRecords(trx, origin.townId, [record], true)).get(recordKey(record)) as Staff | undefined
  if (!account) return refuse('commands/record-missing', { table: 'staff' })
  const changed: Staff = { ...account, ...rights }
  await renewEpochs(trx, origin, account, changed)
  const { position } = await commitChanges(trx, origin, [{ table: 'staff', row: changed }])
  return ok({ position })
}

/** Gives every scope in which an account's change makes rights different a new epoch. To be called before it is written. */
export async function renewEpochs(trx: Kysely<Schema>, { townId, at }: Pick<Origin, 'townId' | 'at'>, before: Staff, after: Staff): Promise<void> {
  const ofDepartments = await scopesOfDepartments(trx, townId)
  const everyone = await allStaff(trx, townId)
  const changed = everyone.map(other => (other.id === after.id ? after : other))
  for (const other of concerned(everyone, before)) {
    const then = rightsByScope(townId, other, everyone, ofDepartments, at)
    const now = rightsByScope(townId, other.id === after.id ? after : other, changed, ofDepartments, at)
    const scopes = [...new Set([...then.keys(), ...now.keys()])].filter(scope => then.get(scope) !== now.get(scope))
    for (const scope of scopes) await renewEpoch(trx, townId, other.id, scope)
  }
}

const concerned = (everyone: readonly Staff[], account: Staff): readonly Staff[] =>
  everyone.filter(other => other.id === account.id || standsInFor(other, account.personId))

const standsInFor = (account: Staff, person: PersonId): boolean =>
  account.deputyships.some(({ forPersonId }) => forPersonId === person)

/** Every scope an account may hold, with a text that differs when its rights there do. */
function rightsByScope(
  townId: TownId,
  account: Staff,
  everyone: readonly Staff[],
  ofDepartments: readonly Scope[],
  now: Instant,
): ReadonlyMap<string, string> {
  if (!isThere(account, now)) return new Map()
  const actor = actorOf(townId, account, everyone, now)
  return new Map(scopesOf(actor, ofDepartments).map(scope => [scope, rightsIn(actor, scope)]))
}

/** Every desk sees the same of the town's scope, whatever the roles. */
const rightsIn = (actor: Actor, scope: string): string => (departmentOf(scope) ? canonicalJson(grantsIn(actor, ROLES, scope)) : '')

/** Every account of a person. */
export const accountsOfPerson = async (trx: Kysely<Schema>, townId: TownId, personId: PersonId): Promise<readonly Staff[]> =>
  (await allStaff(trx, townId)).filter(account => account.personId === personId)

/** Every account of the town. */
export async function allStaff(trx: Kysely<Schema>, townId: TownId): Promise<readonly Staff[]> {
  const ids = await trx.selectFrom('staff').select('id').where('town_id', '=', townId).execute()
  const records = ids.map(({ id }) => ({ table: 'staff', id }) as const)
  return [...(await loadRecords(trx, townId, records, false)).values()] as readonly Staff[]
}

/** A new life of a scope for one account: its desks begin anew and load it again. */
export async function renewEpoch(trx: Kysely<Schema>, townId: TownId, accountId: AccountId, scope: string): Promise<void> {
  await trx
    .insertInto('scope_epochs')
    .values({ town_id: townId, account_id: accountId, scope, epoch: FIRST_EPOCH + 1 })
    .onConflict(conflict =>
      conflict.columns(['town_id', 'account_id', 'scope']).doUpdateSet({ epoch: sql<number>`scope_epochs.epoch + 1` }))
    .execute()
}
