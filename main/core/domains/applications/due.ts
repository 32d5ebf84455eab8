import type { Actor } from '../../../../shared/actor.ts'
import { RESTING_DAYS, SOON_DAYS, type Due, type DueCounts, type DueRow } from '../../../../shared/contract/due.ts'
import { germanDayAt, plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import type { PersonId } from '../../../../shared/ids.ts'
import type { ReaderQuery } from '../../cache/reader-request.ts'
import { departmentsOf, followUp, OPEN, personsOf, type Looking } from './condition.ts'

/** So many open cases of a department and a holder that wait for one reason. */
export type DueGroup = readonly [departmentId: string, holder: string | null, reason: keyof DueCounts, count: number]

const NOTHING: DueCounts = { overdue: 0, today: 0, soon: 0, followUps: 0, resting: 0 }

/** Counts what becomes due, own pending changes included. Each part walks an index of open cases, and only as far as its day. */
export function dueQuery(nowMs: number): ReaderQuery {
  const base = partsOf('applications', 'number NOT IN (SELECT number FROM applications_overlay)', nowMs)
  const overlay = partsOf('applications_overlay', '1', nowMs)
  return {
    sql: `SELECT department_id, assignee_id, reason, count(*) FROM (${base.sql} UNION ALL ${overlay.sql}) GROUP BY department_id, assignee_id, reason`,
    values: [...base.values, ...overlay.values],
  }
}

function partsOf(table: string, only: string, nowMs: number): ReaderQuery {
  const today = germanDayAt(nowMs)
  const startIn = (days: number): string => startOfGermanDay(plusCalendarDays(today, days))
  const reason = 'CASE WHEN due_at < ? THEN \'overdue\' WHEN due_at < ? THEN \'today\' ELSE \'soon\' END'
  const followed = followUp(nowMs)
  return {
    sql: `SELECT department_id, assignee_id, ${reason} AS reason FROM ${table} WHERE ${OPEN} AND due_at IS NOT NULL AND due_at < ? AND ${only}
      UNION ALL SELECT department_id, assignee_id, 'followUps' FROM ${table} WHERE ${followed.sql} AND ${only}
      UNION ALL SELECT department_id, assignee_id, 'resting' FROM ${table} WHERE suspended_at IS NOT NULL AND suspended_at < ? AND ${OPEN} AND ${only}`,
    values: [startIn(0), startIn(1), startIn(SOON_DAYS + 1), ...followed.values, startIn(1 - RESTING_DAYS)],
  }
}

/** Who sees which of these numbers: everybody their own and those of the persons they stand in for, leads those of their people. */
export function dueFor(groups: readonly DueGroup[], { actor, nowMs, departments }: Looking, nameOf: (person: string) => string | undefined): Due {
  const persons = personsOf(actor)
  const led = departmentsOf(actor, ['lead'], departments)
  const inTeam = groups.filter(([department]) => led.includes(department))
  const holders = [...new Set(inTeam.map(([, holder]) => holder))]
  return {
    today: germanDayAt(nowMs),
    own: persons.map(person => rowOf(groups, person, nameOf(person) ?? viaName(actor, person))),
    team: holders.map(holder => rowOf(inTeam, holder, holder === null ? null : (nameOf(holder) ?? ''))).toSorted(byName),
  }
}

const viaName = (actor: Actor, person: PersonId): string =>
  person === actor.personId ? actor.name : (actor.grants.find(({ viaPersonId }) => viaPersonId === person)?.viaName ?? '')

function rowOf(groups: readonly DueGroup[], holder: string | null, name: string | null): DueRow {
  const counts = { ...NOTHING }
  for (const [, held, reason, count] of groups) if (held === holder) counts[reason] += count
  return { personId: holder as PersonId | null, name, ...counts }
}

/** What nobody holds stands last. */
function byName(one: DueRow, other: DueRow): number {
  if (one.name === null || other.name === null) return Number(one.name === null) - Number(other.name === null)
  return one.name.localeCompare(other.name, 'de')
}
