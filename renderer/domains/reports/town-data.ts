import type { Totals, TownFigures } from '../../../shared/wire/reports.ts'
import type { FigureData, FigureRow } from './figure-data.ts'
import { countFormat, overdueShare, partOf, percentFormat, shareOf, type FigureWords } from './figure-words.ts'
import { stuckSeries, stuckValues } from './stuck.ts'
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
  const counted = { fill: null, format: countFormat(words) }
  return {
    id: 'town', title: t('reports.town.figure'), hint: t('reports.town.hint'), rowTitle: t('reports.department'),
    rows: departments.map(({ departmentId, name, ...totals }) => rowOf(departmentId, name, totals)),
    total: rowOf('total', t('reports.town.title'), total),
    series: [
      ...stuckSeries(words),
      { id: 'received', title: t('reports.inPeriod.received'), ...counted },
      { id: 'digital', title: t('reports.town.digital'), fill: null, format: percentFormat(words) },
      { id: 'decided', title: t('reports.inPeriod.decided'), ...counted },
      { id: 'late', title: t('reports.services.late'), ...counted },
    ],
  }
}

const valuesOf = (totals: Totals, at: Instant): FigureRow['values'] =>
  [...stuckValues(totals, at), totals.received, shareOf(totals.digital, totals.received), totals.work?.decided ?? null, totals.work?.late ?? null]

/** The totals of the town: how things stand, then what the period brought. */
export function townTiles({ total }: TownFigures, words: TownWords): { readonly standing: readonly TileData[]; readonly period: readonly TileData[] } {
  const { t } = words
  const counted = countFormat(words)
  const tile = (id: string, name: string, value: number | null, share: string | null = null): TileData => (
    { id, name, now: value === null ? null : { value: counted(value), behind: null }, share, isBad: id === 'overdue' && total.overdue > 0 }
  )
  return {
    standing: (['open', 'overdue', 'unassigned', 'waiting', 'proposed'] as const).map(id =>
      tile(id, t(`reports.standing.${id}`), total[id], id === 'overdue' ? overdueShare(words, total) : null)),
    period: [
      tile('received', t('reports.inPeriod.received'), total.received),
      tile('digital', t('reports.town.digital'), total.digital, partOf(words, total.digital, total.received)),
      tile('decided', t('reports.inPeriod.decided'), total.work?.decided ?? null),
      tile('late', t('reports.inPeriod.late'), total.work?.late ?? null),
    ],
  }
}
