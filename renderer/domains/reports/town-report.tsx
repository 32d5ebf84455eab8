import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Period } from '../../../shared/domains/reports/periods.ts'
import { germanDay } from '../../../shared/german-days.ts'
import type { TownFigures } from '../../../shared/wire/reports.ts'
import { Button } from '../../ui/button.tsx'
import { formatDayAndTime, formatPlainDay } from '../../ui/format.ts'
import { Problem } from '../../ui/problem.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { BarsChart } from './charts/bars-chart.tsx'
import { Figure } from './figure.tsx'
import { useTownFigures } from './queries.ts'
import { ReportToolbar } from './report-toolbar.tsx'
import { Tiles } from './tiles.tsx'
import { townFigure, townTiles } from './town-data.ts'
import { useAsTables } from './use-as-tables.ts'
import { usePeriod } from './use-period.ts'

/** The whole town per department, for administrators; `onOwn` goes to the departments the person leads. */
export function TownReport({ onOwn }: { readonly onOwn: (() => void) | undefined }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const chosen = usePeriod()
  const tables = useAsTables()
  const { town, refusal, isRunning, askAgain } = useTownFigures(chosen.period)
  const told = isRunning || !town ? t('reports.calculating') : t('reports.town.asOf', { time: formatDayAndTime(town.figures.at, language) })
  const actions = <>{onOwn && <Button onPress={onOwn}>{t('reports.allDepartments')}</Button>}<Button kind="quiet" onPress={askAgain}>{t('reports.again')}</Button></>
  return (
    <Screen title={t('reports.title')} intro={<output>{told}</output>} actions={actions} isWide>
      <div className="report">
        <ReportToolbar chosen={chosen} {...tables} />
        {refusal && <Problem refusal={refusal} />}
        {town && <div className="report__body" aria-busy={isRunning}><Town {...town} prefersTables={tables.prefersTables} /></div>}
      </div>
    </Screen>
  )
}

interface TownProps {
  readonly figures: TownFigures
  readonly period: Period
  readonly prefersTables: boolean
}

function Town({ figures, period: { from, to }, prefersTables }: TownProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = { t, language }
  const tiles = townTiles(figures, words)
  const isHidden = [figures.total, ...figures.departments].some(({ work }) => work === null || work.late === null)
  const nothing = (): void => undefined
  return (
    <>
      <Tiles title={t('reports.standing.title')} tiles={tiles.standing} onRows={nothing} />
      <p className="report__period"><strong>{t('reports.between', { from: formatPlainDay(from, language), to: formatPlainDay(to, language) })}</strong></p>
      <Tiles title={t('reports.inPeriod.title')} tiles={tiles.period} onRows={nothing} />
      <Figure figure={townFigure(figures, words)} Chart={BarsChart} prefersTables={prefersTables} period={`${germanDay(figures.at)} (${from} bis ${to})`} isWide empty={t('reports.stuck.empty')} onRows={nothing}>
        {isHidden && <p className="figure__hint">{t('reports.town.hidden')}</p>}
      </Figure>
    </>
  )
}
