import { grantsFor, type Actor } from '../../../../shared/actor.ts'
import type { Colleague } from '../../../../shared/contract/handling.ts'
import { CASE_WORKERS } from '../../../../shared/domains/applications/rules.ts'
import { worksIn } from '../../../../shared/domains/staff/rights.ts'
import type { Staff } from '../../../../shared/domains/staff/tables.ts'
import type { DepartmentId } from '../../../../shared/ids.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll } from '../../cache/rows.ts'
import { sortKey } from '../../cache/sort-key.ts'
import { statement } from '../../cache/statements.ts'

/** Who can take cases of a department, or of any the actor works in, by name; one account per person. */
export function colleagues(db: Database, actor: Actor, departmentId: DepartmentId | null): Colleague[] {
  const able = effectiveAll(db, 'staff').filter(account => departmentId === null ? worksWith(account, actor) : worksIn(account, departmentId))
  const people = new Map(able.map(account => [account.personId, account]))
  return [...people.values()]
    .map(({ id, personId, name }) => ({ accountId: id, personId, name, openCases: openCasesOf(db, personId) }))
    .toSorted((one, other) => (sortKey(one.name) < sortKey(other.name) ? -1 : 1))
}

const worksWith = ({ active, grants }: Staff, actor: Actor): boolean => active && grants.some(
  ({ role, departmentId }) => CASE_WORKERS.some(worker => worker === role) && (departmentId === null || grantsFor(actor, CASE_WORKERS, departmentId).length > 0))

/** By the index of who holds what; own pending changes included. */
function openCasesOf(db: Database, personId: string): number {
  const mine = "assignee_id = ? AND status IN ('received', 'in-progress', 'proposed')"
  return statement(db, `SELECT (SELECT count(*) FROM applications WHERE ${mine} AND id NOT IN (SELECT id FROM applications_overlay))
    + (SELECT count(*) FROM applications_overlay WHERE ${mine})`).pluck().get(personId, personId) as number
}

/** Every tag in use; an index holds the few cases that carry any. */
export function knownTags(db: Database): string[] {
  const lists = statement(db, "SELECT DISTINCT tags FROM applications WHERE tags <> '[]' UNION SELECT tags FROM applications_overlay").pluck().all() as string[]
  const tags = new Set(lists.flatMap(list => JSON.parse(list) as string[]))
  return [...tags].toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
}
