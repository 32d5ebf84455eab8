import type { Actor } from '../../../../shared/actor.ts'
import { keyOfFormSort, type ListQuery, type SortableField } from '../../../../shared/contract/applications.ts'
import type { FormFilter } from '../../../../shared/contract/form-filter.ts'
import type { Json } from '../../../../shared/json.ts'
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
  const isWithout = (row: Application): boolean => keyOf(row, query) === undefined
  const inOrder = (some: readonly Application[]): readonly Application[] => {
    const sorted = some.toSorted((left, right) => compare(keyOf(left, query) ?? 0, keyOf(right, query) ?? 0) || left.number - right.number)
    return query.sort.direction === 'asc' ? sorted : sorted.toReversed()
  }
  return [...inOrder(listed.filter(row => !isWithout(row))), ...inOrder(listed.filter(isWithout))].map(({ number }) => number)
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
    case 'team': return isOpen && row.departmentId === 'ordnung'
    case 'follow-up': return isOpen && ((row.followUpAt !== null && germanDayOf(row.followUpAt) <= germanDayOf(new Date(nowMs).toISOString())) || (row.followUpOnAnswer && row.unreadMessages > 0))
    case 'mentioned':
    case 'attention': return false
    default: return unreachable(view)
  }
}

function passes(row: Application, { filters }: ListQuery): boolean {
  const among = (wanted: readonly string[], value: string | null): boolean => wanted.length === 0 || (value !== null && wanted.includes(value))
  const day = new Date(Date.parse(row.receivedAt) + 3_600_000).toISOString().slice(0, 10)
  return among(filters.status, row.status) && among(filters.outcome, row.outcome) && among(filters.locality, row.locality)
    && among(filters.assigneeId, row.assigneeId)
    && among(filters.channel ?? [], row.channel)
    && (!filters.decidedFrom || (row.decidedAt !== null && germanDayOf(row.decidedAt) >= filters.decidedFrom))
    && (!filters.decidedTo || (row.decidedAt !== null && germanDayOf(row.decidedAt) <= filters.decidedTo))
    && (filters.dueFrom === null || (row.dueAt !== null && germanDayOf(row.dueAt) >= filters.dueFrom))
    && (filters.dueTo === null || (row.dueAt !== null && germanDayOf(row.dueAt) <= filters.dueTo))
    && (filters.restsUntil === null || (row.suspendedAt !== null && row.status !== 'decided' && row.status !== 'closed' && germanDayOf(row.suspendedAt) <= filters.restsUntil))
    && (filters.serviceId.length === 0 || filters.serviceId.includes(row.serviceId))
    // Fields of a form are those of one service.
    && (filters.serviceId.length !== 1 || filters.form.every(filter => passesForm(row, filter)))
    && (filters.receivedFrom === null || day >= filters.receivedFrom) && (filters.receivedTo === null || day <= filters.receivedTo)
}

const germanDayOf = (at: string): string => new Date(Date.parse(at) + 3_600_000).toISOString().slice(0, 10)

function passesForm(row: Application, filter: FormFilter): boolean {
  const value = row.form[filter.key]
  if (value === undefined || value === null || value === '') return false
  switch (filter.kind) {
    case 'text': return filter.how === 'begins' ? textOf(value).startsWith(fold(filter.text)) : textOf(value).includes(fold(filter.text))
    case 'number':
    case 'date': return (filter.from === null || value >= filter.from) && (filter.to === null || value <= filter.to)
    case 'choice': return typeof value === 'string' && filter.values.includes(value)
    case 'yes-no': return value === filter.value
    default: return unreachable(filter)
  }
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

const textOf = (value: Json): string => fold(typeof value === 'object' ? JSON.stringify(value) : String(value))

/** What a row is ordered by; undefined where the form has no value. */
function keyOf(row: Application, { sort, filters }: ListQuery): string | number | undefined {
  const formKey = keyOfFormSort(sort.field)
  if (formKey !== undefined) return filters.serviceId.length === 1 ? formValue(row.form[formKey]) : row.receivedAt
  const field = sort.field as SortableField
  if (field === 'dueAt') return row.dueAt ?? 'never'
  const value = row[field === 'reference' ? 'number' : field] ?? ''
  const isText = field === 'applicantName' || field === 'subject' || field === 'locality' || field === 'assigneeName'
  return isText ? fold(String(value)) : value
}

function formValue(value: Json | undefined): string | number | undefined {
  if (value === undefined || value === null || value === '') return undefined
  return typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : textOf(value)
}

const compare = (left: string | number, right: string | number): number => (left < right ? -1 : Number(left > right))
