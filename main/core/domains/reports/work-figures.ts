import type { PeriodFigures, ServiceFigures, WorkFigures } from '../../../../shared/contract/reports.ts'
import { isSmall, unionOf, withoutSmallGroups, type Group } from '../../../../shared/domains/reports/small-groups.ts'
import { quantile, type Counted } from '../../../../shared/domains/reports/spread.ts'
import { ServiceId } from '../../../../shared/ids.ts'
import type { ReportRows } from './report-rows.ts'

/** The work of one period on one service, with the persons who did it. */
interface ServiceWork extends Group {
  readonly serviceId: string
  /** The same for those cases that had a period. */
  readonly deadlines: Group
  readonly inTime: number
  /** Tenths of days. */
  readonly times: readonly Counted[]
  readonly returned: number
  readonly rejected: number
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

function serviceWorks({ decidedBy, returned, times }: ReportRows, isNow: 0 | 1, agreed: ReadonlySet<string>): readonly ServiceWork[] {
  const decided = Map.groupBy(decidedBy.filter(([now]) => now === isNow), ([, , serviceId]) => serviceId)
  const sentBack = Map.groupBy(returned.filter(([now]) => now === isNow), ([, , serviceId]) => serviceId)
  const taken = Map.groupBy(times.filter(([now]) => now === isNow), ([, serviceId]) => serviceId)
  return [...decided].map(([serviceId, groups]): ServiceWork => {
    const back = sentBack.get(serviceId) ?? []
    const withDeadline = groups.filter(([, , , , , count]) => count > 0)
    const isAgreed = [...groups, ...back].every(([, departmentId]) => agreed.has(departmentId))
    return {
      serviceId,
      isAgreed,
      cases: sum(groups.map(([, , , , cases]) => cases)),
      people: new Set(groups.map(([, , , personId]) => personId)),
      deadlines: { isAgreed, cases: sum(withDeadline.map(([, , , , , count]) => count)), people: new Set(withDeadline.map(([, , , personId]) => personId)) },
      inTime: sum(groups.map(([, , , , , , inTime]) => inTime)),
      times: (taken.get(serviceId) ?? []).map(([, , value, count]) => ({ value, count })),
      returned: sum(back.map(([, , , , kind, count]) => (kind === 'returned' ? count : 0))),
      rejected: sum(back.map(([, , , , kind, count]) => (kind === 'rejected' ? count : 0))),
    }
  })
}

function totalOf(works: readonly ServiceWork[]): WorkFigures {
  const union = unionOf(works)
  const deadlines = unionOf(works.map(work => work.deadlines))
  const total = {
    ...union, serviceId: '', deadlines, inTime: sum(works.map(({ inTime }) => inTime)), times: works.flatMap(work => work.times),
    returned: sum(works.map(work => work.returned)), rejected: sum(works.map(({ rejected }) => rejected)),
  }
  return figuresOf(total, !isSmall(deadlines))
}

const figuresOf = ({ cases, times, deadlines, inTime, returned, rejected }: ServiceWork, showsDeadlines: boolean): WorkFigures => ({
  decided: cases,
  medianDays: inDays(quantile(times, 0.5)),
  p90Days: inDays(quantile(times, 0.9)),
  deadlines: showsDeadlines && deadlines.cases > 0 ? { kept: inTime, all: deadlines.cases } : null,
  returned,
  rejected,
})

const inDays = (tenths: number | null): number | null => tenths === null ? null : tenths / 10

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
