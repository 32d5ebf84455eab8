import { LIST_FIELDS, SORTABLE_FIELDS, VIEWS, type ListQuery, type View } from '../../shared/contract/applications.ts'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { DEMO_NOW_MS } from './demo-now.ts'

const isIn: Readonly<Record<View, (row: Application, me: string) => boolean>> = {
  all: () => true,
  mine: (row, me) => row.assigneeId === me && row.status !== 'decided' && row.status !== 'closed',
  unassigned: row => row.status === 'received',
  'to-release': row => row.status === 'proposed',
  overdue: row => row.status !== 'decided' && row.status !== 'closed' && row.dueAt !== null && Date.parse(row.dueAt) < DEMO_NOW_MS,
  waiting: row => row.status !== 'decided' && row.status !== 'closed' && row.suspendedAt !== null,
  unread: row => row.unreadMessages > 0,
  team: row => row.status !== 'decided' && row.status !== 'closed',
  'follow-up': row => row.followUpAt !== null && Date.parse(row.followUpAt) < DEMO_NOW_MS,
  mentioned: () => false,
  attention: () => false,
}

/** The rows of a list in its order, the plain way: filter all, sort all. */
export function listOf(all: readonly Application[], query: ListQuery, me: string): readonly Application[] {
  const words = query.search.toLowerCase().split(/\s+/).filter(Boolean)
  const { direction } = query.sort
  const field = SORTABLE_FIELDS.find(name => name === query.sort.field) ?? 'receivedAt'
  const rows = all.filter(row => isIn[query.view](row, me) && words.every(word => textOf(row).includes(word)) && passes(row, query.filters))
  const order = direction === 'asc' ? 1 : -1
  return rows.toSorted((one, other) => order * compare(one[field], other[field]) || other.number - one.number)
}

const textOf = (row: Application): string => `${row.reference} ${row.subject} ${row.applicantName} ${row.locality}`.toLowerCase()

const has = (values: readonly string[], value: string | null): boolean => values.length === 0 || (value !== null && values.includes(value))

function passes(row: Application, filters: ListQuery['filters']): boolean {
  const day = row.receivedAt.slice(0, 10)
  return has(filters.status, row.status) && has(filters.outcome, row.outcome) && has(filters.serviceId, row.serviceId) && has(filters.locality, row.locality) &&
    has(filters.departmentId, row.departmentId) && has(filters.assigneeId, row.assigneeId) &&
    (filters.receivedFrom === null || day >= filters.receivedFrom) && (filters.receivedTo === null || day <= filters.receivedTo)
}

const compare = (one: string | number | null, other: string | number | null): number =>
  typeof one === 'number' && typeof other === 'number' ? one - other : String(one ?? '').localeCompare(String(other ?? ''), 'de')

export const cellsOf = (row: Application): (string | number | null)[] => LIST_FIELDS.map(field => (field === 'tags' ? JSON.stringify(row.tags) : row[field]))

export const countsOf = (all: readonly Application[], me: string): Record<View, number> =>
  Object.fromEntries(VIEWS.map(view => [view, all.filter(row => isIn[view](row, me)).length])) as Record<View, number>
