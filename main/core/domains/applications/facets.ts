import type { DepartmentId, PersonId } from '../../../../shared/ids.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll } from '../../cache/rows.ts'
import { sortKey } from '../../cache/sort-key.ts'
import { statement } from '../../cache/statements.ts'
import { secretNumbers } from './secret-cases.ts'

export interface Facets {
  readonly localities: string[]
  readonly departments: { readonly id: DepartmentId; readonly name: string; readonly isClosed: boolean }[]
  readonly staff: { readonly personId: PersonId; readonly name: string }[]
}

/** The values one can filter by. */
export function facets(db: Database): Facets {
  const departments = effectiveAll(db, 'departments').toSorted((left, right) => left.position - right.position)
  const people = new Map(effectiveAll(db, 'staff').filter(({ active }) => active).map(({ personId, name }) => [personId, name]))
  const staff = [...people].map(([personId, name]) => ({ personId, name }))
  return {
    localities: localities(db),
    departments: departments.map(({ id, name, closedAt }) => ({ id, name, isClosed: closedAt !== null })),
    staff: staff.toSorted((left, right) => (sortKey(left.name) < sortKey(right.name) ? -1 : 1)),
  }
}

/** From one locality to the next by the index: a dozen steps, however many rows there are. One where only people under secrecy live is not among them. */
function localities(db: Database): string[] {
  const secret = JSON.stringify([...secretNumbers(db)])
  const next = statement(db, 'SELECT min(locality) FROM applications WHERE locality > ? AND number NOT IN (SELECT value FROM json_each(?))').pluck()
  const found: string[] = []
  for (let at = next.get('', secret) as string | null; at !== null; at = next.get(at, secret) as string | null) found.push(at)
  return found.toSorted((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1))
}
