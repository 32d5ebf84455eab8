import type { DepartmentFigures, PeriodFigures, PersonLoad, Report, ReportQuery } from '../../../../shared/contract/reports.ts'
import { agesBefore, partsOf, periodBefore, type Period } from '../../../../shared/domains/reports/periods.ts'
import { germanDay, plusCalendarDays, startOfGermanDay } from '../../../../shared/german-days.ts'
import { ApplicationId, PersonId, ServiceId } from '../../../../shared/ids.ts'
import type { Bilingual } from '../../../../shared/json.ts'
import { Instant } from '../../../../shared/time.ts'
import type { ReportRows } from './report-rows.ts'
import type { Looked } from './sources.ts'
import { workFigures } from './work-figures.ts'

const LONGEST_PAUSE_DAYS = 400
const LONG_AGO = '2000-01-01'

/** What a report about these departments has to look at. */
export function lookedAt({ period }: ReportQuery, departments: readonly DepartmentFigures[], now: Instant): Looked {
  const before = periodBefore(period)
  return {
    departments: departments.map(({ id }) => id),
    agreed: departments.filter(({ personFigures }) => personFigures?.isOn).map(({ id }) => id),
    now,
    beforeFrom: startOfGermanDay(before.from),
    from: startOfGermanDay(period.from),
    until: startOfGermanDay(plusCalendarDays(period.to, 1)),
    pausesFrom: startOfGermanDay(plusCalendarDays(before.from, -LONGEST_PAUSE_DAYS)),
  }
}

/** The moments between which open cases of each age came in. */
export const ageBounds = (now: Instant): readonly (readonly [from: string, until: string])[] =>
  agesBefore(germanDay(now)).map(({ from, to }) => [startOfGermanDay(from ?? LONG_AGO), startOfGermanDay(plusCalendarDays(to, 1))])

/** What a report is made from besides the rows. */
export interface ReportMaterial {
  readonly rows: ReportRows
  readonly looked: Looked
  readonly now: Instant
  readonly nameOf: (personId: string) => string
  /** What a service's forms ask and which documents it wants, by its German label. */
  readonly labelOf: (serviceId: string, label: string) => Bilingual
}

export function reportFrom(material: ReportMaterial, { period }: ReportQuery): Report {
  const { rows, looked, now } = material
  const agreed = new Set(looked.agreed)
  const days = { received: byDay(rows.received), decided: byDay(rows.decided), closed: byDay(rows.closed) }
  const current = periodFigures(material, period, 1, agreed)
  const stuck = stuckIn(rows)
  const inAll = (count: keyof Report['standing']): number => stuck.reduce((sum, service) => sum + service[count], 0)
  const shownServices = new Set<string>(current.services.map(({ serviceId }) => serviceId))
  return {
    at: now,
    now: current,
    before: periodFigures(material, periodBefore(period), 0, agreed),
    parts: partsOf(period).map(part => ({
      ...part, received: within(days.received, part), decided: current.work && within(days.decided, part), closed: current.work && within(days.closed, part),
    })),
    standing: { open: inAll('open'), unassigned: inAll('unassigned'), proposed: inAll('proposed'), overdue: inAll('overdue'), waiting: inAll('waiting') },
    stuck,
    ages: agesBefore(germanDay(now)).map((age, index) => ({ ...age, count: rows.standing.reduce((sum, row) => sum + Number(row[AGES_FROM + index]), 0) })),
    asked: askedFor(material),
    returns: rows.returns.filter(([, , serviceId]) => shownServices.has(serviceId)).map(([applicationId, reference, serviceId, kind, at, reason]) => ({
      applicationId: ApplicationId.parse(applicationId), reference, serviceId: ServiceId.parse(serviceId), kind, at, reason,
    })),
    people: looked.agreed.length > 0 ? people(material) : null,
  }
}

function periodFigures({ rows }: ReportMaterial, period: Period, isNow: 0 | 1, agreed: ReadonlySet<string>): PeriodFigures {
  const through = (channel: string): number => within(byDay(rows.received.filter(row => row[1] === channel)), period)
  const work = workFigures(rows, isNow, agreed)
  return {
    period,
    received: within(byDay(rows.received), period),
    channels: { portal: through('portal'), 'state-portal': through('state-portal'), paper: through('paper'), telephone: through('telephone') },
    closed: work.work && within(byDay(rows.closed), period),
    ...work,
  }
}

type Days = ReadonlyMap<string, number>

/** How many on each day in Germany. */
function byDay(rows: readonly (readonly [stretch: string, ...unknown[], count: number])[]): Days {
  const days = new Map<string, number>()
  for (const row of rows) {
    const day = germanDayOf(row[0])
    days.set(day, (days.get(day) ?? 0) + Number(row.at(-1)))
  }
  return days
}

/** A day, `2026-11-22`, or an hour late in it by UTC, `2026-11-22T23`. */
const germanDayOf = (stretch: string): string => (stretch.length === 10 ? stretch : germanDay(Instant.parse(`${stretch}:00:00.000Z`)))

function within(days: Days, { from, to }: Period): number {
  let count = 0
  for (const [day, onDay] of days) if (day >= from && day <= to) count += onDay
  return count
}

/** Own pending rows are groups of their own: they join those of the service. */
function joined<Row extends readonly unknown[]>(rows: readonly Row[], keyLength: number): readonly Row[] {
  const groups = Map.groupBy(rows, row => JSON.stringify(row.slice(0, keyLength)))
  return [...groups.values()].map(([first, ...others]) => others.reduce((sum, row) => sum.map((value, index) => plus(value, row[index], index < keyLength)) as unknown as Row, first as Row))
}

const plus = (one: unknown, other: unknown, isKey: boolean): unknown =>
  isKey ? one : typeof one === 'number' ? one + Number(other) : String(other) < String(one) ? other : one

/** After service, five counts and the oldest. */
const AGES_FROM = 7

const stuckIn = ({ standing }: ReportRows): Report['stuck'] =>
  joined(standing, 1)
    .map(([serviceId, open, unassigned, proposed, overdue, waiting, oldestAt]) => ({ serviceId: ServiceId.parse(serviceId), open, unassigned, proposed, overdue, waiting, oldestAt }))
    .toSorted((one, other) => other.overdue - one.overdue || other.open - one.open)

const people = ({ rows, nameOf }: ReportMaterial): PersonLoad[] =>
  joined(rows.load, 1)
    .map(([personId, open, overdue, waiting]) => ({ personId: PersonId.parse(personId), name: nameOf(personId), open, overdue, waiting }))
    .toSorted((one, other) => other.open - one.open)

/** For how many cases each question of each service was asked for, most first. */
const askedFor = ({ rows, labelOf }: ReportMaterial): Report['asked'] =>
  rows.asked
    .map(([serviceId, label, count]) => ({ serviceId: ServiceId.parse(serviceId), label: label === '' ? null : labelOf(serviceId, label), count }))
    .toSorted((one, other) => other.count - one.count || Number(one.label === null) - Number(other.label === null))
