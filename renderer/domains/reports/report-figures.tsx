import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Report } from '../../../shared/contract/reports.ts'
import { germanDay } from '../../../shared/german-days.ts'
import { BarsChart } from './charts/bars-chart.tsx'
import { ColumnsChart } from './charts/columns-chart.tsx'
import type { RowsBehind } from './figure-data.ts'
import { Figure } from './figure.tsx'
import type { FigureWords } from './figure-words.ts'
import { agesFigure, askedFigure, channelsFigure, peopleFigure, returnsFigure, servicesFigure, stuckFigure, throughputFigure } from './figures.ts'
import { LatestReturns } from './returns.tsx'

interface Props {
  readonly report: Report
  readonly words: FigureWords
  readonly prefersTables: boolean
  readonly onRows: (behind: RowsBehind) => void
  readonly onCase: (id: string) => void
}

/** What is stuck and where: first thing on a Monday. */
export function StuckFigures({ report, words, prefersTables, onRows }: Omit<Props, 'onCase'>): ReactElement {
  const { t } = useTranslation()
  const common = { prefersTables, onRows, period: germanDay(report.at) }
  return (
    <div className="report__stuck">
      <Figure {...common} figure={stuckFigure(report, words)} Chart={BarsChart} empty={t('reports.stuck.empty')} />
      <Figure {...common} figure={agesFigure(report, words)} Chart={ColumnsChart} empty={t('reports.ages.empty')} />
    </div>
  )
}

/** What the period brought: how much, how long things took, where they came back. */
export function PeriodFigures({ report, words, prefersTables, onRows, onCase }: Props): ReactElement {
  const { t } = useTranslation()
  const { from, to } = report.now.period
  const common = { prefersTables, onRows, period: `${from} bis ${to}` }
  const { hiddenServices } = report.now
  return (
    <div className="report__figures">
      <Figure {...common} figure={throughputFigure(report, words)} Chart={ColumnsChart} empty={t('reports.throughput.empty')} />
      <Figure {...common} figure={channelsFigure(report, words)} Chart={BarsChart} empty={t('reports.channels.empty')} />
      <Figure {...common} figure={servicesFigure(report, words)} Chart={BarsChart} isWide empty={t('reports.services.empty')}>
        {hiddenServices > 0 && <p className="figure__hint">{t('reports.services.hidden', { count: hiddenServices })}</p>}
      </Figure>
      <Figure {...common} figure={returnsFigure(report, words)} Chart={BarsChart} empty={t('reports.returns.empty')}>
        <LatestReturns returns={report.returns} onCase={onCase} />
      </Figure>
      <Figure {...common} figure={askedFigure(report, words)} Chart={BarsChart} empty={t('reports.asked.empty')} />
      {report.people && <Figure {...common} figure={peopleFigure(report, words)} Chart={BarsChart} isWide empty={t('reports.people.empty')} />}
    </div>
  )
}
