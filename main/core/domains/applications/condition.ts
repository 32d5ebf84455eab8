import { grantsFor, type Actor } from '../../../../shared/actor.ts'
import type { ListQuery, View } from '../../../../shared/contract/applications.ts'
import { unreachable } from '../../../../shared/result.ts'
import { departmentOf } from '../../../../shared/scope.ts'
import { plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { Database } from '../../cache/database.ts'

/**
 * One thing a row has to fulfil, as SQL over the columns of `applications` (or its overlay twin). Each condition alone is
 * answered by an index; a test holds that.
 */
export interface Condition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** Who looks, and when; the same minute gives the same list. */
export interface Looking {
  readonly actor: Actor
  readonly nowMs: number
  /** The departments this desk knows. */
  readonly departments: readonly string[]
}

/** What a list is sorted by: the column and the index that holds its order. Numbers are the table's own order. */
export const SORTS: Readonly<Record<ListQuery['sort']['field'], { readonly column: string; readonly index: string | null }>> = {
  number: { column: 'number', index: null },
  subject: { column: 'subject_sort', index: 'applications_by_subject' },
  serviceId: { column: 'service_id', index: 'applications_by_service' },
  applicantName: { column: 'applicant_sort', index: 'applications_by_applicant' },
  locality: { column: 'locality_sort', index: 'applications_by_locality' },
  status: { column: 'status', index: 'applications_by_status' },
  assigneeName: { column: 'assignee_sort', index: 'applications_by_assignee' },
  receivedAt: { column: 'received_at', index: 'applications_by_received' },
  dueAt: { column: 'due_sort', index: 'applications_by_due' },
}

const NOT_BY_ME = `NOT EXISTS (SELECT 1 FROM json_each(coalesce(
  (SELECT authors FROM decisions_overlay WHERE id = decision_id), (SELECT authors FROM decisions WHERE id = decision_id), '[]')) WHERE value = ?)`

export function viewConditions(view: View, { actor, nowMs, departments }: Looking): readonly Condition[] {
  switch (view) {
    case 'all':
      return []
    case 'mine':
      return [{ sql: "assignee_id = ? AND status NOT IN ('decided', 'closed')", values: [actor.personId] }]
    case 'unassigned':
      return [{ sql: "assignee_id IS NULL AND status NOT IN ('decided', 'closed')", values: [] }]
    case 'to-release': {
      const led = departments.filter(id => grantsFor(actor, ['lead'], departmentOf(`department:${id}`)).length > 0)
      return [{ sql: `status = 'proposed' AND ${oneOf('department_id', led.length)} AND ${NOT_BY_ME}`, values: [...led, actor.personId] }]
    }
    case 'overdue':
      return [{ sql: "status NOT IN ('decided', 'closed') AND due_at IS NOT NULL AND due_at < ?", values: [instantFromMs(nowMs)] }]
    case 'waiting':
      return [{ sql: "suspended_at IS NOT NULL AND status NOT IN ('decided', 'closed')", values: [] }]
    case 'unread':
      return [{ sql: 'unread_messages > 0', values: [] }]
    default:
      return unreachable(view)
  }
}

const oneOf = (column: string, count: number): string => `${column} IN (${Array.from({ length: count }, () => '?').join(', ')})`

export function filterConditions({ filters }: Pick<ListQuery, 'filters'>): readonly Condition[] {
  const { status, outcome, serviceId, locality, departmentId, assigneeId, receivedFrom, receivedTo } = filters
  return [
    ...among('status', status),
    ...among('outcome', outcome),
    ...among('service_id', serviceId),
    ...among('locality', locality),
    ...among('department_id', departmentId),
    ...among('assignee_id', assigneeId),
    ...receipt(receivedFrom, receivedTo),
  ]
}

const among = (column: string, values: readonly string[]): readonly Condition[] =>
  values.length > 0 ? [{ sql: oneOf(column, values.length), values }] : []

function receipt(from: string | null, to: string | null): readonly Condition[] {
  if (from === null && to === null) return []
  const parts = [from !== null && 'received_at >= ?', to !== null && 'received_at < ?'].filter(part => part !== false)
  const values = [from !== null && startOfGermanDay(from), to !== null && startOfGermanDay(plusCalendarDays(to, 1))].filter(value => value !== false)
  return [{ sql: parts.join(' AND '), values }]
}

/** All of them at once; always a valid expression. */
export const allOf = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' AND ') || '1',
  values: conditions.flatMap(({ values }) => values),
})

/** Rows that hold the words of an FTS5 expression; nothing where there is none. */
export const holding = (match: string | undefined): readonly Condition[] =>
  match === undefined ? [] : [{ sql: 'number IN (SELECT rowid FROM applications_words WHERE applications_words MATCH ?)', values: [match] }]

export const knownDepartments = (db: Database): readonly string[] =>
  db.prepare<[], string>('SELECT id FROM departments UNION SELECT id FROM departments_overlay').pluck().all()
