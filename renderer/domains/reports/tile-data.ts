import type { PeriodFigures, Report, WorkFigures } from '../../../shared/contract/reports.ts'
import type { RowsBehind } from './figure-data.ts'
import { behind, countFormat, daysFormat, OPEN_STATUSES, overdueShare, partOf, type FigureWords } from './figure-words.ts'

/** A number and the cases behind it. */
interface TileValue {
  readonly value: string
  readonly behind: RowsBehind | null
}

export interface TileData {
  readonly id: string
  readonly name: string
  /** Null: there is none, or it is not shown. */
  readonly now: TileValue | null
  /** What part of the whole it is. */
  readonly share: string | null
  /** The period before; undefined where there is no period. */
  readonly before?: TileValue | null
  readonly isBad: boolean
}

/** How things stand now. */
export function standingTiles({ standing }: Report, words: FigureWords): readonly TileData[] {
  const { t } = words
  const lists = {
    open: behind(words, standing.open, 'all', { status: OPEN_STATUSES }),
    unassigned: behind(words, standing.unassigned, 'unassigned', {}),
    overdue: behind(words, standing.overdue, 'overdue', {}),
    waiting: behind(words, standing.waiting, 'waiting', {}),
    proposed: behind(words, standing.proposed, 'all', { status: ['proposed'] }),
  } as const
  const formatted = countFormat(words)
  return (['open', 'overdue', 'unassigned', 'waiting', 'proposed'] as const).map(id => ({
    id, name: t(`reports.standing.${id}`), now: { value: formatted(standing[id]), behind: lists[id] }, isBad: id === 'overdue' && standing.overdue > 0,
    share: id === 'overdue' ? overdueShare(words, standing) : null,
  }))
}

type PeriodTile = 'received' | 'decided' | 'closed' | 'median' | 'p90' | 'late' | 'sentBack'

/** What the period brought, beside the one before it. */
export function periodTiles({ now, before }: Report, words: FigureWords): readonly TileData[] {
  const tile = (id: PeriodTile, of: (figures: PeriodFigures) => TileValue | null, share: string | null = null): TileData =>
    ({ id, name: words.t(`reports.inPeriod.${id}`), now: of(now), before: of(before), share, isBad: false })
  const received = tile('received', figures => ({ value: countFormat(words)(figures.received), behind: behind(words, figures.received, 'all', { receivedFrom: figures.period.from, receivedTo: figures.period.to }) }))
  if (!now.work) return [received]
  const { deadlines, sentBack, settled } = now.work
  return [
    received,
    tile('decided', whereShown(words, 'decided')),
    tile('median', whereShown(words, 'median')),
    tile('p90', whereShown(words, 'p90')),
    tile('late', whereShown(words, 'late'), deadlines && partOf(words, deadlines.all - deadlines.kept, deadlines.all)),
    tile('sentBack', whereShown(words, 'sentBack'), partOf(words, sentBack, settled)),
    tile('closed', whereShown(words, 'closed')),
  ]
}

const whereShown = (words: FigureWords, name: Exclude<PeriodTile, 'received'>) => ({ work, closed, period }: PeriodFigures): TileValue | null =>
  work && workTile(words, name, { work, closed: closed ?? 0, period })

interface ShownWork {
  readonly work: WorkFigures
  readonly closed: number
  readonly period: PeriodFigures['period']
}

function workTile(words: FigureWords, name: Exclude<PeriodTile, 'received'>, { work, closed, period: { from, to } }: ShownWork): TileValue | null {
  const decidedDays = { decidedFrom: from, decidedTo: to }
  const days = (value: number | null): TileValue | null => value === null ? null : { value: daysFormat(words)(value), behind: behind(words, work.decided, 'all', decidedDays) }
  const cases = (count: number, filters: Parameters<typeof behind>[3]): TileValue => ({ value: countFormat(words)(count), behind: behind(words, count, 'all', filters) })
  switch (name) {
    case 'decided': return cases(work.decided, decidedDays)
    case 'median': return days(work.medianDays)
    case 'p90': return days(work.p90Days)
    case 'late': return work.deadlines && cases(work.deadlines.all - work.deadlines.kept, { ...decidedDays, isLate: true })
    case 'sentBack': return cases(work.sentBack, { sentBack: { from, to, how: 'either' } })
    case 'closed': return cases(closed, { closedFrom: from, closedTo: to })
    default: return name satisfies never
  }
}
