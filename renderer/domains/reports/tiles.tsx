import type { ReactElement } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { PeriodFigures, Report } from '../../../shared/contract/reports.ts'
import type { RowsBehind } from './figure-data.ts'
import { behind, countFormat, daysFormat, keptShare, percentFormat, sentBackShare, type FigureWords } from './figures.ts'

interface Props {
  readonly report: Report
  readonly words: FigureWords
  readonly onRows: (behind: RowsBehind) => void
}

/** How things stand now; each number opens its cases. */
export function StandingTiles({ report: { standing }, words, onRows }: Props): ReactElement {
  const { t } = useTranslation()
  const lists = {
    open: behind(words, 'all', { status: ['received', 'in-progress', 'proposed'] }),
    unassigned: behind(words, 'unassigned', {}),
    proposed: behind(words, 'all', { status: ['proposed'] }),
    overdue: behind(words, 'overdue', {}),
    waiting: behind(words, 'waiting', {}),
  }
  return (
    <section className="tiles" aria-label={t('reports.standing.title')}>
      <h2 className="tiles__title">{t('reports.standing.title')}</h2>
      <ul className="tiles__list">
        {(['open', 'unassigned', 'proposed', 'overdue', 'waiting'] as const).map(name => (
          <li key={name}>
            <Tile name={t(`reports.standing.${name}`)} value={countFormat(words)(standing[name])} isBad={name === 'overdue' && standing.overdue > 0} onPress={() => onRows(lists[name])} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the period brought, beside the one before it. */
export function PeriodTiles({ report: { now, before }, words, onRows }: Props): ReactElement {
  const { t } = useTranslation()
  const { from, to } = now.period
  const received = (figures: PeriodFigures): string => countFormat(words)(figures.received)
  const decided = behind(words, 'all', { decidedFrom: from, decidedTo: to })
  const tiles = now.work ? workTiles(words) : []
  return (
    <section className="tiles" aria-label={t('reports.inPeriod.title')}>
      <h2 className="tiles__title">{t('reports.inPeriod.title')}</h2>
      <ul className="tiles__list">
        <li><Tile name={t('reports.inPeriod.received')} value={received(now)} before={received(before)} onPress={() => onRows(behind(words, 'all', { receivedFrom: from, receivedTo: to }))} /></li>
        {tiles.map(({ name, isDecided, of }) => (
          <li key={name}><Tile name={t(`reports.inPeriod.${name}`)} value={of(now)} before={of(before)} {...(isDecided ? { onPress: () => onRows(decided) } : {})} /></li>
        ))}
      </ul>
      {!now.work && <p className="callout">{t('reports.inPeriod.hidden')}</p>}
    </section>
  )
}

interface WorkTile {
  readonly name: 'decided' | 'median' | 'p90' | 'kept' | 'sentBack' | 'closed'
  /** Whether it is about exactly the cases decided in the period. */
  readonly isDecided: boolean
  readonly of: (figures: PeriodFigures) => string | null
}

function workTiles(words: FigureWords): readonly WorkTile[] {
  const told = (format: (value: number) => string, value: number | null | undefined): string | null => (value === null || value === undefined ? null : format(value))
  return [
    { name: 'decided', isDecided: true, of: ({ work }) => told(countFormat(words), work?.decided) },
    { name: 'median', isDecided: true, of: ({ work }) => told(daysFormat(words), work?.medianDays) },
    { name: 'p90', isDecided: true, of: ({ work }) => told(daysFormat(words), work?.p90Days) },
    { name: 'kept', isDecided: true, of: ({ work }) => told(percentFormat(words), work && keptShare(work)) },
    { name: 'sentBack', isDecided: false, of: ({ work }) => told(percentFormat(words), work && sentBackShare(work)) },
    { name: 'closed', isDecided: false, of: ({ closed }) => told(countFormat(words), closed) },
  ]
}

interface TileProps {
  readonly name: string
  readonly value: string | null
  readonly before?: string | null
  readonly isBad?: boolean
  readonly onPress?: () => void
}

function Tile({ name, value, before, isBad = false, onPress }: TileProps): ReactElement {
  const { t } = useTranslation()
  const content = (
    <>
      <span className="tile__name">{name}</span>
      <span className={isBad ? 'tile__value tile__value--bad' : 'tile__value'}>{value ?? '–'}</span>
      {before !== undefined && <span className="tile__before">{t('reports.before', { value: before ?? '–' })}</span>}
    </>
  )
  return onPress ? <Button className="tile tile--opens" onPress={onPress}>{content}</Button> : <div className="tile">{content}</div>
}
