import type { QueryClient } from '@tanstack/react-query'
import type { Changed, Status } from '../../shared/contract/status.ts'
import type { CoreQueries } from './core-queries.ts'

/** Tables whose rows appear on the screen of a case besides the application itself; their ids do not name the case. */
const PARTS_OF_A_CASE: readonly Changed['tables'][number][] = [
  'decisions', 'application_events', 'attachments', 'messages', 'tasks', 'comments', 'services', 'forms', 'departments',
]

/** What a change makes outdated, in the words of the contract. `cases`: those with these ids, or all. */
export interface Outdated {
  readonly list: boolean
  readonly facets: boolean
  readonly services: boolean
  /** Services as administrators see them, drafts included. */
  readonly editedServices: boolean
  /** What stands around a case hangs on other cases, on their files and on the staff. */
  readonly around: boolean
  readonly cases: 'none' | 'all' | readonly string[]
}

/** Which questions have to be asked anew after a change. Pure, so that the mapping can be tested row by row. */
export function outdatedBy({ tables, ids }: Changed): Outdated {
  const has = (...names: Changed['tables']): boolean => names.some(name => tables.includes(name))
  const partsChanged = tables.some(table => PARTS_OF_A_CASE.includes(table))
  const someCases = has('applications') ? (ids.length > 0 ? ids : 'all') : 'none'
  return {
    list: has('applications', 'services'),
    facets: has('applications', 'departments', 'staff'),
    services: has('services', 'forms'),
    editedServices: has('services', 'forms', 'service_drafts', 'departments'),
    around: has('applications', 'attachments', 'messages', 'staff'),
    cases: partsChanged ? 'all' : someCases,
  }
}

/** Has the questions on screen asked anew; nothing else in this room invalidates anything. */
export function invalidate(queryClient: QueryClient, queries: CoreQueries, changed: Changed): void {
  const outdated = outdatedBy(changed)
  const drop = (queryKey: readonly unknown[]): void => void queryClient.invalidateQueries({ queryKey: [...queryKey] })
  if (outdated.list) drop(queries.applications.count.key())
  if (outdated.list) drop(queries.applications.search.key())
  if (outdated.facets) drop(queries.applications.facets.key())
  if (outdated.services) drop(queries.applications.services.key())
  if (outdated.services) drop(queries.applications.offer.key())
  if (outdated.editedServices) drop(queries.services.key())
  if (outdated.cases === 'all') drop(queries.applications.get.key())
  if (outdated.around) drop(queries.applications.around.key())
  if (outdated.cases !== 'none' && outdated.cases !== 'all') for (const id of outdated.cases) drop(caseKey(queries, id))
}

const caseKey = (queries: CoreQueries, id: string): readonly unknown[] =>
  queries.applications.get.key({ input: { id: id } })

/** The lists behind the counters of the frame follow the counters. */
export function invalidateByStatus(queryClient: QueryClient, queries: CoreQueries, before: Status | undefined, now: Status): void {
  const drop = (queryKey: readonly unknown[]): void => void queryClient.invalidateQueries({ queryKey: [...queryKey] })
  if (!before || before.outbox.count !== now.outbox.count || before.outbox.oldestAt !== now.outbox.oldestAt)
    drop(queries.status.pending.key())
  if (!before || before.attention !== now.attention) drop(queries.status.attention.key())
}
