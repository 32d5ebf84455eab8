import { sql, type Kysely } from 'kysely'
import type { Actor } from '../../shared/actor.ts'
import { recordKey } from '../../shared/command.ts'
import { actorOf, isThere, scopesOf } from '../../shared/domains/staff/rights.ts'
import type { Staff } from '../../shared/domains/staff/tables.ts'
import type { AccountId, TownId } from '../../shared/ids.ts'
import { ok, refuse, type Result } from '../../shared/result.ts'
import { channelScope, departmentScope, type Scope } from '../../shared/scope.ts'
import type { Instant } from '../../shared/time.ts'
import { loadRecords } from './records.ts'
import type { Schema } from './schema.ts'

/**
 * What a person may at this moment. Every function that reads rows for a desk takes one of these and looks nowhere
 * else, so that no caller can read by a town's id alone. Read afresh for every request, never kept.
 */
export interface Access {
  readonly actor: Actor
  /** Every scope the actor's desk may hold, with its epoch for this account. */
  readonly scopes: ReadonlyMap<string, string>
}

/** Where no right of an account has ever changed. */
export const FIRST_EPOCH = 1

/** Who is behind a login and what they may. Unknown and inactive accounts are refused alike. */
export async function loadActor(db: Kysely<Schema>, townId: TownId, login: string, now: Instant): Promise<Result<Access>> {
  const row = await db
    .selectFrom('staff')
    .select('id')
    .where('town_id', '=', townId)
    .where(sql<boolean>`lower(login) = lower(${login})`)
    .executeTakeFirst()
  return row ? loadAccount(db, townId, row.id, now) : refuse('session/unknown-account')
}

/** The same by account. */
export async function loadAccount(db: Kysely<Schema>, townId: TownId, accountId: AccountId, now: Instant): Promise<Result<Access>> {
  const record = { table: 'staff', id: accountId } as const
  const account = (await loadRecords(db, townId, [record], false)).get(recordKey(record)) as Staff | undefined
  if (!account || !isThere(account, now)) return refuse('session/unknown-account')
  const actor = actorOf(townId, account, await personsStoodInFor(db, townId, account), now)
  const scopes = scopesOf(actor, await scopesOfDepartments(db, townId))
  return ok({ actor, scopes: await withEpochs(db, townId, accountId, scopes) })
}

async function personsStoodInFor(db: Kysely<Schema>, townId: TownId, account: Staff): Promise<readonly Staff[]> {
  if (account.deputyships.length === 0) return []
  const persons = account.deputyships.map(({ forPersonId }) => forPersonId)
  const accounts = await db
    .selectFrom('staff')
    .select('id')
    .where('town_id', '=', townId)
    .where('person_id', 'in', persons)
    .execute()
  const records = accounts.map(({ id }) => ({ table: 'staff', id }) as const)
  return [...(await loadRecords(db, townId, records, false)).values()] as readonly Staff[]
}

/** The scopes of all departments, their cases and what they say to the public, where service ID cards are given out, and where health data is kept: a department with a place of health has both. */
export async function scopesOfDepartments(db: Kysely<Schema>, townId: TownId): Promise<readonly Scope[]> {
  const departments = await db.selectFrom('departments').select('id').where('town_id', '=', townId).orderBy('id').execute()
  const health = await db.selectFrom('places').select('scope').distinct().where('town_id', '=', townId).where('scope', 'like', 'health:%').orderBy('scope').execute()
  const cards = await db.selectFrom('card_organisations').select('scope').distinct().where('town_id', '=', townId).orderBy('scope').execute()
  return [...departments.flatMap(({ id }) => [departmentScope(id), channelScope(id)]), ...cards.map(({ scope }) => scope as Scope), ...health.map(({ scope }) => scope as Scope)]
}

async function withEpochs(
  db: Kysely<Schema>,
  townId: TownId,
  accountId: AccountId,
  scopes: readonly Scope[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('scope_epochs')
    .select(['scope', 'epoch'])
    .where('town_id', '=', townId)
    .where('account_id', '=', accountId)
    .execute()
  const epochs = new Map(rows.map(({ scope, epoch }) => [scope, epoch]))
  return new Map(scopes.map(scope => [scope, String(epochs.get(scope) ?? FIRST_EPOCH)]))
}
