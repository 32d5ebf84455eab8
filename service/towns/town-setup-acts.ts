import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../shared/actor.ts'
import type { Change } from '../../shared/command.ts'
import { mayChangeGrants } from '../../shared/domains/staff/grants.ts'
import { AccountId, PersonId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { TOWN_SCOPE } from '../../shared/scope.ts'
import type { Instant } from '../../shared/time.ts'
import type { NewDepartment, NewPerson } from '../../shared/wire/town-setup.ts'
import { normalLogin } from '../identity/accounts.ts'
import { giveOneTimePassword } from '../identity/one-time-password.ts'
import { commitChanges } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { lockTown } from '../store/towns.ts'

interface By {
  readonly actor: Actor
  readonly now: Instant
}

const originOf = ({ actor, now }: By, action: string) => ({ townId: actor.townId, actor: { personId: actor.personId, name: actor.name }, action, commandId: null, at: now })

/** Behind those that are there; refused where the town has one of this id or name. */
export async function addDepartment({ db }: Database, { id, name }: NewDepartment, by: By): Promise<Result<null>> {
  const { townId } = by.actor
  return db.transaction().execute(async trx => {
    await lockTown(trx, townId)
    const there = await trx.selectFrom('departments').select(['id', 'name', 'position']).where('town_id', '=', townId).execute()
    if (there.some(other => other.id === id || other.name.toLowerCase() === name.toLowerCase())) return refuse('town-setup/known-department')
    const position = Math.max(0, ...there.map(other => other.position)) + 1
    await commitChanges(trx, originOf(by, 'town-setup.add-department'), [{ table: 'departments', row: { id, scope: TOWN_SCOPE, version: 0, name, position, letterhead: null, closedAt: null } }])
    return ok(null)
  })
}

/** An account that can be used at once; its first password is the answer, where people sign in at this service. */
export async function addPerson({ db }: Database, person: NewPerson, hasOwnSignIn: boolean, by: By): Promise<Result<{ readonly firstPassword: string | null }>> {
  const { townId } = by.actor
  const personId = PersonId.parse(randomUUID())
  const may = mayChangeGrants(by.actor, { personId }, [], person.grants)
  if (!may.ok) return may
  return db.transaction().execute(async trx => {
    await lockTown(trx, townId)
    const wanted = new Set(person.grants.flatMap(({ departmentId }) => departmentId ?? []))
    const departments = wanted.size === 0 ? [] : await trx.selectFrom('departments').select('id').where('town_id', '=', townId).where('id', 'in', [...wanted]).where('closed_at', 'is', null).execute()
    if (departments.length < wanted.size) return refuse('applications/unknown-department')
    // Also one that is switched off: its name stands in the histories of cases.
    if (await trx.selectFrom('staff').select('id').where('town_id', '=', townId).where(sql`lower(login)`, '=', normalLogin(person.login)).executeTakeFirst()) return refuse('town-setup/known-login')
    const id = AccountId.parse(randomUUID())
    await commitChanges(trx, originOf(by, 'town-setup.add-person'), [accountOf(id, personId, person)])
    if (!hasOwnSignIn) return ok({ firstPassword: null })
    return ok({ firstPassword: (await giveOneTimePassword(trx, townId, id, by.now)).password })
  })
}

const accountOf = (id: AccountId, personId: PersonId, { login, name, grants }: NewPerson): Change =>
  ({ table: 'staff', row: { id, scope: TOWN_SCOPE, version: 0, personId, login, name, grants, deputyships: [], active: true, leavesAt: null } })
