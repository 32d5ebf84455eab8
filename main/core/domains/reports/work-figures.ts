import type { PeriodFigures, ServiceFigures, WorkFigures } from '../../../../shared/contract/reports.ts'
import { isSmall, unionOf, withoutSmallGroups, type Group } from '../../../../shared/small-groups.ts'
import { quantile, type Counted } from '../../../../shared/spread.ts'
import { ServiceId } from '../../../../shared/ids.ts'
import type { ReportRows, ReturnedCase } from './report-rows.ts'

/** The work of one period on one service, with the persons who did it. */
interface ServiceWork extends Group {
  readonly serviceId: string
  /** The same for those cases that had a period. */
  readonly deadlines: Group
  readonly inTime: number
  /** Tenths of days. */
  readonly times: readonly Counted[]
  readonly back: readonly ReturnedCase[]
}

type Shown = Pick<PeriodFigures, 'work' | 'services' | 'hiddenServices'>

/** How work was done in a period (1: the later one), in total and per service, without what would point to too few. */
export function workFigures(rows: ReportRows, isNow: 0 | 1, agreed: ReadonlySet<string>): Shown {
  const works = serviceWorks(rows, isNow, agreed)
  const { shown, hidden } = withoutSmallGroups(works)
  const deadlines = new Set(withoutSmallGroups(works.map(work => work.deadlines)).shown)
  return {
    work: isSmall(unionOf(works)) ? null : totalOf(works),
    services: shown.map(work => ({ serviceId: ServiceId.parse(work.serviceId), ...figuresOf(work, deadlines.has(work.deadlines)) })),
    hiddenServices: hidden.length,
  } satisfies { readonly services: readonly ServiceFigures[] } & Omit<Shown, 'services'>
}

type DecidedBy = readonly [departmentId: string, personId: string | null, cases: number, withDeadline: number, inTime: number]

/** What was decided in one of the two periods: the earlier one is what is left of both. */
const decidedIn = (rows: ReportRows, isNow: 0 | 1): ReadonlyMap<string, readonly DecidedBy[]> => {
  const groups = rows.decidedBy.flatMap(([departmentId, serviceId, personId, ...counts]) => {
    const [cases = 0, withDeadline = 0, inTime = 0] = [0, 1, 2].map(at => (isNow ? counts[at] ?? 0 : (counts[at + 3] ?? 0) - (counts[at] ?? 0)))
    return cases === 0 ? [] : [{ serviceId, group: [departmentId, personId, cases, withDeadline, inTime] as const }]
  })
  return new Map([...Map.groupBy(groups, ({ serviceId }) => serviceId)].map(([serviceId, of]) => [serviceId, of.map(({ group }) => group)]))
}

/** Times as they were counted, and for cases whose clock stood the shorter one in place of that. */
function timesIn(rows: ReportRows, isNow: 0 | 1): (serviceId: string) => readonly Counted[] {
  const counts = new Map<string, Map<number, number>>()
  const add = (serviceId: string, tenths: number, count: number): void => {
    const ofService = counts.get(serviceId) ?? new Map<number, number>()
    const value = Math.max(0, tenths)
    counts.set(serviceId, ofService.set(value, (ofService.get(value) ?? 0) + count))
  }
  for (const [serviceId, tenths, now, both] of rows.times) add(serviceId, tenths, isNow ? now : both - now)
  for (const [now, serviceId, before, worked] of rows.pauses) {
    if (now !== isNow) continue
    add(serviceId, before, -1)
    add(serviceId, worked, 1)
  }
  return serviceId => [...(counts.get(serviceId) ?? [])].map(([value, count]) => ({ value, count }))
}

function serviceWorks(rows: ReportRows, isNow: 0 | 1, agreed: ReadonlySet<string>): readonly ServiceWork[] {
  const sentBack = Map.groupBy(rows.returned.filter(([now]) => now === isNow), ([, , serviceId]) => serviceId)
  const taken = timesIn(rows, isNow)
  const decided = decidedIn(rows, isNow)
  return [...new Set([...decided.keys(), ...sentBack.keys()])].map((serviceId): ServiceWork => {
    const groups = decided.get(serviceId) ?? []
    const back = sentBack.get(serviceId) ?? []
    const withDeadline = groups.filter(([, , , count]) => count > 0)
    const isAgreed = [...groups.map(([departmentId]) => departmentId), ...back.map(([, departmentId]) => departmentId)].every(departmentId => agreed.has(departmentId))
    return {
      serviceId,
      isAgreed,
      cases: sum(groups.map(([, , cases]) => cases)),
      people: new Set(groups.map(([, personId]) => personId ?? '')),
      deadlines: { isAgreed, cases: sum(withDeadline.map(([, , , count]) => count)), people: new Set(withDeadline.map(([, personId]) => personId ?? '')) },
      inTime: sum(groups.map(([, , , , inTime]) => inTime)),
      times: taken(serviceId),
      back,
    }
  })
}

function totalOf(works: readonly ServiceWork[]): WorkFigures {
  const union = unionOf(works)
  const deadlines = unionOf(works.map(work => work.deadlines))
  const total = {
    ...union, serviceId: '', deadlines, inTime: sum(works.map(({ inTime }) => inTime)), times: works.flatMap(work => work.times),
    back: works.flatMap(({ back }) => back),
  }
  return figuresOf(total, !isSmall(deadlines))
}

const figuresOf = ({ cases, times, deadlines, inTime, back }: ServiceWork, showsDeadlines: boolean): WorkFigures => ({
  decided: cases,
  medianDays: inDays(quantile(times, 0.5)),
  p90Days: inDays(quantile(times, 0.9)),
  deadlines: showsDeadlines && deadlines.cases > 0 ? { kept: inTime, all: deadlines.cases } : null,
  returned: sum(back.map(([, , , isReturned]) => isReturned)),
  rejected: sum(back.map(([, , , , isRejected]) => isRejected)),
  sentBack: back.length,
  settled: cases + back.filter(([, , , , , isDecidedToo]) => !isDecidedToo).length,
})

const inDays = (tenths: number | null): number | null => tenths === null ? null : tenths / 10

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
