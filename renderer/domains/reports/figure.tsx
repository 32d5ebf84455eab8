import { useId, useState, type ComponentType, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { csvName, offerDownload } from '../../ui/download.ts'
import { formatNumber } from '../../ui/format.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { ChartFrame, type ChartProps } from './charts/chart-frame.tsx'
import { csvOf } from './csv-file.ts'
import { drawnPart, type FigureData, type RowsBehind } from './figure-data.ts'
import { FigureTable } from './figure-table.tsx'

interface Props {
  readonly figure: FigureData
  readonly Chart: ComponentType<ChartProps>
  /** How the person likes figures best; each one can be turned over. */
  readonly prefersTables: boolean
  /** In the file's name. */
  readonly period: string
  readonly isWide?: boolean
  /** What is said where there is nothing to draw. */
  readonly empty: string
  readonly children?: ReactNode
  readonly onRows: (behind: RowsBehind) => void
}

/** A chart, its table behind it, and the way to take the numbers along. */
export function Figure({ figure, Chart, prefersTables, period, isWide = false, empty, children, onRows }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const titleId = useId()
  const [turned, setTurned] = useState<boolean>()
  const isTable = turned ?? prefersTables
  const hasRows = figure.rows.length > 0
  const save = (): void => offerDownload(new Blob([csvOf(figure)]), csvName([t('reports.title'), figure.title, period]))
  return (
    <section className={isWide ? 'figure figure--wide' : 'figure'} aria-labelledby={titleId}>
      <header className="figure__head">
        <h2 id={titleId} className="figure__title">{figure.title}</h2>
        {hasRows && (
          <div className="figure__tools">
            <Button kind="quiet" onPress={() => setTurned(!isTable)} aria-label={t(isTable ? 'reports.chartOf' : 'reports.tableOf', { title: figure.title })}>{t(isTable ? 'reports.asChart' : 'reports.asTable')}</Button>
            <Button kind="quiet" icon="download" onPress={save} aria-label={t('reports.csvOf', { title: figure.title })}>{t('reports.csv')}</Button>
          </div>
        )}
      </header>
      <p className="figure__hint">{figure.hint}</p>
      {!hasRows && <p className="figure__empty">{empty}</p>}
      {hasRows && !isTable && figure.rows.length > (figure.drawnRows ?? Infinity) && <p className="figure__hint">{t('reports.drawn', { drawn: figure.drawnRows, all: formatNumber(figure.rows.length, language) })}</p>}
      {hasRows && (isTable ? <FigureTable figure={figure} onRows={onRows} /> : <ChartFrame figure={drawnPart(figure)} Chart={Chart} onRows={onRows} />)}
      {children}
    </section>
  )
}
