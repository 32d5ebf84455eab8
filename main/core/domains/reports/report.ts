import type { DepartmentFigures, PeriodFigures, PersonLoad, Report, ReportQuery } from '../../../../shared/contract/reports.ts'
import { questionsIn } from '../../../../shared/domains/reports/asked.ts'
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
  /** The labels of a form's questions, and of the documents its service asks for. */
  readonly labelsOf: (serviceId: string, formId: string) => readonly Bilingual[]
}

export function reportFrom(material: ReportMaterial, { period }: ReportQuery): Report {
  const { rows, looked, now } = material
  const agreed = new Set(looked.agreed)
  const days = { received: byDay(rows.received), decided: byDay(rows.decided), closed: byDay(rows.closed) }
  const current = periodFigures(material, period, 1, agreed)
  const [open = 0, unassigned = 0, proposed = 0, overdue = 0, waiting = 0, ...ages] = rows.standing
  const shownServices = new Set<string>(current.services.map(({ serviceId }) => serviceId))
  return {
    at: now,
    now: current,
    before: periodFigures(material, periodBefore(period), 0, agreed),
    parts: partsOf(period).map(part => ({
      ...part, received: within(days.received, part), decided: current.work && within(days.decided, part), closed: current.work && within(days.closed, part),
    })),
    standing: { open, unassigned, proposed, overdue, waiting },
    ages: agesBefore(germanDay(now)).map((age, index) => ({ ...age, count: ages[index] ?? 0 })),
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
    channels: { portal: through('portal'), paper: through('paper'), telephone: through('telephone') },
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

const people = ({ rows, nameOf }: ReportMaterial): PersonLoad[] =>
  rows.load
    .map(([personId, open, overdue, waiting]) => ({ personId: PersonId.parse(personId), name: nameOf(personId), open, overdue, waiting }))
    .toSorted((one, other) => other.open - one.open)

/** How often each question of each service was asked for, most often first. */
function askedFor({ rows, labelsOf }: ReportMaterial): Report['asked'] {
  const counts = new Map<string, { readonly serviceId: ServiceId; readonly label: Bilingual | null; count: number }>()
  for (const [serviceId, formId, text] of rows.asked) {
    const named = questionsIn(text ?? '', labelsOf(serviceId, formId))
    for (const label of named.length > 0 ? named : [null]) {
      const key = JSON.stringify([serviceId, label?.de])
      const known = counts.get(key) ?? { serviceId: ServiceId.parse(serviceId), label, count: 0 }
      known.count++
      counts.set(key, known)
    }
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count)
}
