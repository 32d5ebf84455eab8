import { daysBetween, germanDay } from '../../../shared/german-days.ts'
import type { Totals, TownFigures } from '../../../shared/wire/reports.ts'
import type { FigureData, FigureRow } from './figure-data.ts'
import { countFormat, daysFormat, percentFormat, shareOf, type FigureWords } from './figure-words.ts'
import type { TileData } from './tile-data.ts'

type TownWords = Pick<FigureWords, 't' | 'language'>
type Instant = TownFigures['at']

/** The departments of the town beside each other. An administrator sees no cases, so no number leads to any. */
export function townFigure({ at, total, departments }: TownFigures, words: TownWords): FigureData {
  const { t } = words
  const rowOf = (id: string, label: string, totals: Totals): FigureRow => {
    const values = valuesOf(totals, at)
    return { id, label, shortLabel: label, values, behind: values.map(() => null) }
  }
  const [counted, days, percent] = [countFormat(words), daysFormat(words), percentFormat(words)]
  return {
    id: 'town', title: t('reports.town.figure'), hint: t('reports.town.hint'), rowTitle: t('reports.department'),
    rows: departments.map(({ departmentId, name, ...totals }) => rowOf(departmentId, name, totals)),
    total: rowOf('total', t('reports.town.title'), total),
    series: [
      { id: 'overdue', title: t('reports.stuck.overdue'), fill: 'solid', format: counted },
      { id: 'open', title: t('reports.stuck.open'), fill: 'outlined', format: counted },
      { id: 'oldest', title: t('reports.stuck.oldest'), fill: null, format: days },
      { id: 'unassigned', title: t('reports.stuck.unassigned'), fill: null, format: counted },
      { id: 'waiting', title: t('reports.stuck.waiting'), fill: null, format: counted },
      { id: 'proposed', title: t('reports.stuck.proposed'), fill: null, format: counted },
      { id: 'received', title: t('reports.inPeriod.received'), fill: null, format: counted },
      { id: 'digital', title: t('reports.town.digital'), fill: null, format: percent },
      { id: 'decided', title: t('reports.inPeriod.decided'), fill: null, format: counted },
      { id: 'late', title: t('reports.services.late'), fill: null, format: counted },
    ],
  }
}

const valuesOf = ({ open, overdue, oldestAt, unassigned, waiting, proposed, received, digital, work }: Totals, at: Instant): FigureRow['values'] => [
  overdue, open, oldestAt === null ? null : daysBetween(germanDay(oldestAt), germanDay(at)), unassigned, waiting, proposed,
  received, shareOf(digital, received), work?.decided ?? null, work?.late ?? null,
]

/** The totals of the town: how things stand, then what the period brought. */
export function townTiles({ total }: TownFigures, words: TownWords): { readonly standing: readonly TileData[]; readonly period: readonly TileData[] } {
  const { t } = words
  const counted = countFormat(words)
  const tile = (id: string, name: string, value: number | null, share: number | null = null): TileData => (
    { id, name, now: value === null ? null : { value: counted(value), behind: null }, share: share === null ? null : percentFormat(words)(share), isBad: id === 'overdue' && total.overdue > 0 }
  )
  return {
    standing: (['open', 'overdue', 'unassigned', 'waiting', 'proposed'] as const).map(id =>
      tile(id, t(`reports.standing.${id}`), total[id], id === 'overdue' ? shareOf(total.overdue, total.open) : null)),
    period: [
      tile('received', t('reports.inPeriod.received'), total.received),
      tile('digital', t('reports.town.digital'), total.digital, shareOf(total.digital, total.received)),
      tile('decided', t('reports.inPeriod.decided'), total.work?.decided ?? null),
      tile('late', t('reports.inPeriod.late'), total.work?.late ?? null),
    ],
  }
}
