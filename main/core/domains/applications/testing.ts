import type { Actor } from '../../../../shared/actor.ts'
import type { ListQuery } from '../../../../shared/contract/applications.ts'
import { unreachable } from '../../../../shared/result.ts'
import type { Application } from '../../../../shared/domains/applications/tables.ts'

/** The list as a plain program over plain maps, for comparison. */
export interface Model {
  readonly base: Map<string, Application>
  readonly overlay: Map<string, Application>
}

export function modelList(model: Model, query: ListQuery, actor: Actor, nowMs: number): readonly number[] {
  const rows = [...new Map([...model.base, ...model.overlay]).values()]
  const listed = rows.filter(row => inView(row, query, actor, nowMs) && passes(row, query) && found(model, row, query.search))
  const sorted = listed.toSorted((left, right) => compare(keyOf(left, query), keyOf(right, query)) || left.number - right.number)
  return (query.sort.direction === 'asc' ? sorted : sorted.toReversed()).map(({ number }) => number)
}

function inView(row: Application, { view }: ListQuery, actor: Actor, nowMs: number): boolean {
  const isOpen = row.status !== 'decided' && row.status !== 'closed'
  switch (view) {
    case 'all': return true
    case 'mine': return row.assigneeId === actor.personId && isOpen
    case 'unassigned': return row.assigneeId === null && isOpen
    case 'to-release': return row.status === 'proposed'
    case 'overdue': return isOpen && row.dueAt !== null && Date.parse(row.dueAt) < nowMs
    case 'waiting': return isOpen && row.suspendedAt !== null
    case 'unread': return row.unreadMessages > 0
    default: return unreachable(view)
  }
}

function passes(row: Application, { filters }: ListQuery): boolean {
  const among = (wanted: readonly string[], value: string | null): boolean => wanted.length === 0 || (value !== null && wanted.includes(value))
  const day = new Date(Date.parse(row.receivedAt) + 3_600_000).toISOString().slice(0, 10)
  return among(filters.status, row.status) && among(filters.outcome, row.outcome) && among(filters.locality, row.locality)
    && among(filters.assigneeId, row.assigneeId)
    && (filters.receivedFrom === null || day >= filters.receivedFrom) && (filters.receivedTo === null || day <= filters.receivedTo)
}

/** Words are looked for in the service's rows; the beginnings first, the inside of words only where none begins so. */
function found(model: Model, row: Application, search: string): boolean {
  if (search === '') return true
  const holds = (other: Application, inside: boolean): boolean => words(other).some(word => (inside ? word.includes(fold(search)) : word.startsWith(fold(search))))
  const own = model.base.get(row.id)
  const anyBegins = [...model.base.values()].some(other => holds(other, false))
  return own !== undefined && (anyBegins ? holds(own, false) : fold(search).length >= 3 && holds(own, true))
}

const words = (row: Application): readonly string[] =>
  [row.reference, row.applicantName, row.subject, row.locality, row.searchText].join(' ').split(/[ -]+/).map(fold)

const fold = (text: string): string =>
  Array.from(text.toLowerCase(), letter => ({ ä: 'a', ö: 'o', ü: 'u', ß: 'ss' })[letter] ?? letter).join('')

function keyOf(row: Application, { sort }: ListQuery): string | number {
  if (sort.field === 'dueAt') return row.dueAt ?? 'never'
  const value = row[sort.field] ?? ''
  const isText = sort.field === 'applicantName' || sort.field === 'subject' || sort.field === 'locality' || sort.field === 'assigneeName'
  return isText ? fold(String(value)) : value
}

const compare = (left: string | number, right: string | number): number => (left < right ? -1 : Number(left > right))
