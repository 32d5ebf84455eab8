import { sql, type Kysely } from 'kysely'
import { isSmall, unionOf, withoutSmallGroups, type Group } from '../../../shared/small-groups.ts'
import { plusCalendarDays, startOfGermanDay } from '../../../shared/german-days.ts'
import { DepartmentId, type TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Totals, TownFigures, TownFiguresQuery } from '../../../shared/wire/reports.ts'
import type { Schema } from '../../store/schema.ts'

/** What one person, or nobody, has of the cases of a department. */
interface Counted {
  readonly department_id: string
  readonly assignee_id: string | null
  readonly open: number
  readonly proposed: number
  readonly overdue: number
  readonly waiting: number
  readonly oldest_at: Instant | null
  readonly received: number
  readonly digital: number
  readonly decided: number
  /** Of those that had a period; and after it. */
  readonly timed: number
  readonly late: number
}

interface Department {
  readonly id: string
  readonly name: string
  readonly rows: readonly Counted[]
  readonly decided: Group
  readonly timed: Group
}

/** The town per department and in total. Persons are told apart to find small groups, and leave the service in no way. */
export async function townFigures(db: Kysely<Schema>, townId: TownId, query: TownFiguresQuery, now: Instant): Promise<TownFigures> {
  const rows = Map.groupBy(await counted(db, townId, query, now), row => row.department_id)
  const named = await db.selectFrom('departments').select(['id', 'name']).where('town_id', '=', townId).orderBy('position').orderBy('id').execute()
  const departments = named.map(({ id, name }): Department => {
    const own = rows.get(id) ?? []
    return { id, name, rows: own, decided: groupOf(own, 'decided'), timed: groupOf(own, 'timed') }
  })
  const decided = shownOf(departments.map(department => department.decided))
  const timed = shownOf(departments.map(department => department.timed))
  return {
    at: now,
    total: totalsOf(departments.flatMap(department => department.rows), decided.isTotalShown, timed.isTotalShown),
    departments: departments.map(department => (
      { departmentId: DepartmentId.parse(department.id), name: department.name, ...totalsOf(department.rows, decided.shown.has(department.decided), timed.shown.has(department.timed)) }
    )),
  }
}

const groupOf = (rows: readonly Counted[], count: 'decided' | 'timed'): Group =>
  ({ isAgreed: false, cases: sum(rows, count), people: new Set(rows.filter(row => row[count] > 0).map(row => row.assignee_id ?? '')) })

/** Where nothing was done there is nobody to be found. */
function shownOf(groups: readonly Group[]): { readonly shown: ReadonlySet<Group>; readonly isTotalShown: boolean } {
  const [some, none] = [groups.filter(({ cases }) => cases > 0), groups.filter(({ cases }) => cases === 0)]
  return { shown: new Set([...withoutSmallGroups(some).shown, ...none]), isTotalShown: some.length === 0 || !isSmall(unionOf(some)) }
}

async function counted(db: Kysely<Schema>, townId: TownId, { from, to }: TownFiguresQuery, now: Instant): Promise<readonly Counted[]> {
  const [begin, end] = [startOfGermanDay(from), startOfGermanDay(plusCalendarDays(to, 1))]
  const isOpen = sql`status not in ('decided', 'closed')`
  const cameIn = sql`received_at >= ${begin} and received_at < ${end}`
  const wasDecided = sql`decided_at >= ${begin} and decided_at < ${end}`
  const { rows } = await sql<Counted>`
    select department_id, assignee_id, count(*) filter (where ${isOpen}) as open, count(*) filter (where status = 'proposed') as proposed,
      count(*) filter (where ${isOpen} and due_at < ${now}) as overdue, count(*) filter (where ${isOpen} and suspended_at is not null) as waiting,
      min(received_at) filter (where ${isOpen}) as oldest_at,
      count(*) filter (where ${cameIn}) as received, count(*) filter (where ${cameIn} and channel in ('portal', 'state-portal')) as digital,
      count(*) filter (where ${wasDecided}) as decided, count(*) filter (where ${wasDecided} and due_at is not null) as timed,
      count(*) filter (where ${wasDecided} and decided_at > due_at) as late
    from applications where town_id = ${townId} group by department_id, assignee_id`.execute(db)
  return rows
}

type Count = { [Name in keyof Counted]: Counted[Name] extends number ? Name : never }[keyof Counted]

const sum = (rows: readonly Counted[], count: Count): number => rows.reduce((total, row) => total + row[count], 0)

const totalsOf = (rows: readonly Counted[], showsWork: boolean, showsLate: boolean): Totals => ({
  open: sum(rows, 'open'),
  unassigned: sum(rows.filter(({ assignee_id }) => assignee_id === null), 'open'),
  proposed: sum(rows, 'proposed'),
  overdue: sum(rows, 'overdue'),
  waiting: sum(rows, 'waiting'),
  oldestAt: rows.flatMap(row => row.oldest_at ?? []).toSorted()[0] ?? null,
  received: sum(rows, 'received'),
  digital: sum(rows, 'digital'),
  work: showsWork ? { decided: sum(rows, 'decided'), late: showsLate ? sum(rows, 'late') : null } : null,
})
