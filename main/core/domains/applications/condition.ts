import { grantsFor, type Actor, type Role } from '../../../../shared/actor.ts'
import type { ListQuery, View } from '../../../../shared/contract/applications.ts'
import { CASE_WORKERS, RELEASERS } from '../../../../shared/domains/applications/rules.ts'
import type { PersonId } from '../../../../shared/ids.ts'
import { unreachable } from '../../../../shared/result.ts'
import { departmentOf } from '../../../../shared/scope.ts'
import { germanDayAt, plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { Database } from '../../cache/database.ts'
import { formCondition } from './form-conditions.ts'
import type { Condition } from './one-condition.ts'
import { reportConditions } from './report-conditions.ts'
import { withoutSecret } from './secret-cases.ts'
import { formServiceOf } from './sorting.ts'

/** Who looks, and when; the same minute gives the same list. */
export interface Looking {
  readonly actor: Actor
  readonly nowMs: number
  /** The departments this desk knows. */
  readonly departments: readonly string[]
}

export const OPEN = "status NOT IN ('decided', 'closed')"

/** Cases with a comment that names a person who has not read it yet; the person is asked for twice in each part. */
const UNREAD = `mentions <> '[]' AND EXISTS (SELECT 1 FROM json_each(mentions) WHERE value = ?) AND NOT EXISTS (SELECT 1 FROM json_each(seen_by) WHERE value = ?)`
const MENTIONS = `SELECT application_id FROM comments WHERE ${UNREAD} AND id NOT IN (SELECT id FROM comments_overlay)
  UNION ALL SELECT application_id FROM comments_overlay WHERE ${UNREAD}`

const PROPOSAL = 'authors, release_mode, outcome AS proposed, amount_cents'

/** `releaseModeNow` says the same: one person decides where proposal and service both let them. */
const ONE_PERSON = `release_mode = 'single-by-service' AND EXISTS (SELECT 1 FROM services WHERE services.id = service_id
  AND (services.release_mode = 'single-by-service' OR (proposed = 'granted' AND amount_cents <= single_up_to_cents)))`

/** As `mayRelease`: no author, nor by a right that an author lent. `department_id` is the case's, the rights come as one value. */
const SECOND_PERSON = `NOT EXISTS (SELECT 1 FROM json_each(authors) WHERE value = ?) AND EXISTS (SELECT 1 FROM json_each(?) AS held
  WHERE held.value ->> 0 = department_id AND (held.value ->> 1 IS NULL OR NOT EXISTS (SELECT 1 FROM json_each(authors) WHERE value = held.value ->> 1)))`

/** A proposal that is not here yet is shown: who may release it is seen once it is. */
const RELEASABLE = `NOT EXISTS (SELECT 1 FROM (
    SELECT ${PROPOSAL} FROM decisions_overlay WHERE id = decision_id
    UNION ALL SELECT ${PROPOSAL} FROM decisions WHERE id = decision_id AND id NOT IN (SELECT id FROM decisions_overlay))
  WHERE ((${ONE_PERSON}) OR (${SECOND_PERSON})) IS NOT TRUE)`

export function viewConditions(view: View, { actor, nowMs, departments }: Looking): readonly Condition[] {
  switch (view) {
    case 'all':
      return []
    case 'mine': {
      const persons = personsOf(actor)
      return [{ sql: `${oneOf('assignee_id', persons.length)} AND ${OPEN}`, values: persons }]
    }
    case 'unassigned':
      return [{ sql: `assignee_id IS NULL AND ${OPEN}`, values: [] }]
    case 'to-release': {
      const led = departmentsOf(actor, RELEASERS, departments)
      return [{ sql: `status = 'proposed' AND ${oneOf('department_id', led.length)} AND ${RELEASABLE}`, values: [...led, actor.personId, leadRights(actor, led)] }]
    }
    case 'overdue':
      return [{ sql: `${OPEN} AND due_at IS NOT NULL AND due_at < ?`, values: [instantFromMs(nowMs)] }]
    case 'waiting':
      return [{ sql: `suspended_at IS NOT NULL AND ${OPEN}`, values: [] }]
    case 'unread':
      return [{ sql: 'unread_messages > 0', values: [] }]
    case 'team': {
      const own = departmentsOf(actor, CASE_WORKERS, departments)
      return [{ sql: `${oneOf('department_id', own.length)} AND ${OPEN}`, values: own }]
    }
    case 'follow-up':
      return [followUp(nowMs), followedUpBy(actor, departments)]
    case 'mentioned':
      return [{ sql: `id IN (${MENTIONS})`, values: [actor.personId, actor.personId, actor.personId, actor.personId] }]
    case 'attention':
      return [{ sql: "id IN (SELECT record_id FROM outbox WHERE state = 'attention' AND table_name = 'applications')", values: [] }]
    default:
      return unreachable(view)
  }
}

/** A follow-up is due for the whole of its day, or once the answer it waits for has come. */
export const followUp = (nowMs: number): Condition => ({
  // Written so that no index of all open cases fits: the two small ones of follow-ups are what is to be walked.
  sql: `status <> 'decided' AND status <> 'closed' AND ((follow_up_at IS NOT NULL AND follow_up_at < ?) OR (follow_up_on_answer = 1 AND unread_messages > 0))`,
  values: [startOfGermanDay(plusCalendarDays(germanDayAt(nowMs), 1))],
})

/** The case comes back to the person who holds it; leads see those of their people, and anybody what nobody holds. */
function followedUpBy(actor: Actor, departments: readonly string[]): Condition {
  const persons = personsOf(actor)
  const led = departmentsOf(actor, ['lead'], departments)
  return { sql: `assignee_id IS NULL OR ${oneOf('assignee_id', persons.length)} OR ${oneOf('department_id', led.length)}`, values: [...persons, ...led] }
}

/** The person and those they stand in for. */
export const personsOf = (actor: Actor): readonly PersonId[] =>
  [...new Set([actor.personId, ...actor.grants.flatMap(({ viaPersonId }) => viaPersonId ?? [])])]

/** Each right to release as a department and the person who lent it, null for an own one. */
const leadRights = (actor: Actor, led: readonly string[]): string =>
  JSON.stringify(led.flatMap(id => grantsFor(actor, RELEASERS, departmentOf(`department:${id}`)).map(({ viaPersonId }) => [id, viaPersonId])))

/** The departments of this desk in which the person has one of these roles. */
export const departmentsOf = (actor: Actor, roles: readonly Role[], departments: readonly string[]): readonly string[] =>
  departments.filter(id => grantsFor(actor, roles, departmentOf(`department:${id}`)).length > 0)

const oneOf = (column: string, count: number): string => `${column} IN (${Array.from({ length: count }, () => '?').join(', ')})`

/** What the filters ask; `secret`: numbers of cases that no filter by place or by the form finds. */
export function filterConditions({ filters }: Pick<ListQuery, 'filters'>, secret: readonly number[]): readonly Condition[] {
  const { status, outcome, serviceId, locality, departmentId, assigneeId, receivedFrom, receivedTo, dueFrom, dueTo, restsUntil, form } = filters
  const service = formServiceOf({ filters })
  return [
    ...among('status', status),
    ...among('outcome', outcome),
    ...among('service_id', serviceId),
    ...among('locality', locality).map(condition => withoutSecret(condition, secret)),
    ...among('department_id', departmentId),
    ...among('assignee_id', assigneeId),
    ...onDays('received_at', receivedFrom, receivedTo),
    ...onDays('due_sort', dueFrom, dueTo),
    ...onDays('decided_at', filters.decidedFrom ?? null, filters.decidedTo ?? null),
    ...among('channel', filters.channel ?? []),
    ...reportConditions(filters),
    ...(restsUntil === null ? [] : [{ sql: `suspended_at IS NOT NULL AND suspended_at < ? AND ${OPEN}`, values: [dayAfter(restsUntil)] }]),
    ...(service === undefined ? [] : form.map(filter => withoutSecret(formCondition(service, filter), secret))),
  ]
}

const among = (column: string, values: readonly string[]): readonly Condition[] =>
  values.length > 0 ? [{ sql: oneOf(column, values.length), values }] : []

/** A case without a due day has `NEVER` in its place, which is after every day there is. */
const NEVER = '9999'

function onDays(column: 'received_at' | 'due_sort' | 'decided_at', from: string | null, to: string | null): readonly Condition[] {
  if (from === null && to === null) return []
  return [{ sql: `${column} >= ? AND ${column} < ?`, values: [from === null ? '' : startOfGermanDay(from), to === null ? NEVER : dayAfter(to)] }]
}

const dayAfter = (day: string): string => startOfGermanDay(plusCalendarDays(day, 1))

/** All of them at once; always a valid expression. */
export const allOf = (conditions: readonly Condition[]): Condition & { readonly overlaySql: string } => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' AND ') || '1',
  overlaySql: conditions.map(({ sql, overlaySql }) => `(${overlaySql ?? sql})`).join(' AND ') || '1',
  values: conditions.flatMap(({ values }) => values),
})

/** An FTS5 expression, and the rows that hold its words only in what is hidden of them. */
export interface Match {
  readonly words: string
  readonly hidden: readonly number[]
}

/** The numbers of the rows that are found; bound to the values beside it. */
export const matching = ({ words, hidden }: Match): Pick<Condition, 'sql' | 'values'> => ({
  sql: 'SELECT rowid FROM applications_words WHERE applications_words MATCH ? AND rowid NOT IN (SELECT value FROM json_each(?))', values: [words, JSON.stringify(hidden)],
})

/** Rows that are found; nothing where nothing is looked for. */
export function holding(match: Match | undefined): readonly Condition[] {
  if (match === undefined) return []
  const { sql, values } = matching(match)
  return [{ sql: `number IN (${sql})`, values }]
}

export const knownDepartments = (db: Database): readonly string[] =>
  db.prepare<[], string>('SELECT id FROM departments UNION SELECT id FROM departments_overlay').pluck().all()
