import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { departmentOf } from '../../../../shared/scope.ts'
import type { VaccinationFigures } from '../../../../shared/wire/vaccinations.ts'
import { useCore, useNow } from '../../../core-client/core-context.tsx'
import { answerOf } from '../../../ui/answer.ts'
import { Button } from '../../../ui/button.tsx'
import { formatNumber, formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Few } from '../../../ui/schema-form/choices.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { RetentionPart } from '../retention/retention-part.tsx'
import { useAgainOnline } from '../../../ui/use-again-online.ts'
import { CoverageTables } from './coverage-tables.tsx'
import { DaysTable } from './days-table.tsx'
import { daysOf, FIGURE_PERIODS, percentOf, sumOf, type FigurePeriod } from './figure-tables.ts'
import { StockTable } from './stock-table.tsx'
import './figures.css'

/** What vaccination days came to, for those who plan them; asked of the service, which knows all years. */
export function FiguresPart({ scopes }: { readonly scopes: readonly string[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [period, setPeriod] = useState<FigurePeriod>('month')
  const days = daysOf(period, germanDayAt(useNow()))
  const written = t('statistics.between', { from: formatPlainDay(days.from, language), to: formatPlainDay(days.to, language) })
  return (
    <div className="figures">
      <div className="figures__period">
        <p className="figures__printed">{written}</p>
        <Few label={t('statistics.period')} hint={written} error={undefined} value={period} isRequired={false} isReadOnly={false} items={FIGURE_PERIODS.map(id => ({ id, name: t(`vaccinationRecords.periods.${id}`) }))} onChange={id => setPeriod(FIGURE_PERIODS.find(one => one === id) ?? 'month')} />
        <Button icon="print" onPress={() => window.print()}>{t('vaccinationRecords.printFigures')}</Button>
      </div>
      {scopes.map(scope => <Figures key={scope} scope={scope} days={days} period={written} />)}
      {scopes.map(scope => <div key={scope} className="figures__kept"><RetentionPart scope={scope} /></div>)}
    </div>
  )
}

function Figures({ scope, days, period }: { readonly scope: string; readonly days: { readonly from: string; readonly to: string }; readonly period: string }): ReactElement {
  const { t } = useTranslation()
  const { queries } = useCore()
  const departmentId = departmentOf(scope)
  if (!departmentId) throw new Error(`${scope} belongs to no department`)
  const asked = useQuery(queries.vaccinations.figures.queryOptions({ input: { departmentId, ...days }, staleTime: 0, gcTime: 0 }))
  const answer = answerOf(asked)
  useAgainOnline(answer.kind === 'refused', () => void asked.refetch())
  if (answer.kind === 'loading') return <output className="muted">{t('statistics.calculating')}</output>
  if (answer.kind === 'refused') return <Problem refusal={answer.refusal}><p>{t('vaccinationRecords.needsService')}</p><Button onPress={() => void asked.refetch()}>{t('common.tryAgain')}</Button></Problem>
  if (answer.value.days.length === 0) return <div className="empty"><Icon name="chart" size={32} /><p>{t('vaccinationRecords.noFigures')}</p></div>
  return (
    <>
      <KeyFigures figures={answer.value} />
      <DaysTable days={answer.value.days} period={period} />
      <StockTable batches={answer.value.batches} period={period} />
      <CoverageTables coverage={answer.value.coverage} period={period} />
      <p className="muted figures__note">{t('vaccinationRecords.hiddenNote')}</p>
    </>
  )
}

/** What whoever plans wants to know at once. */
function KeyFigures({ figures: { days, batches } }: { readonly figures: VaccinationFigures }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { came, doses, left } = sumOf(days)
  const brought = batches.reduce((sum, batch) => sum + batch.brought, 0)
  const wasted = batches.reduce((sum, batch) => sum + batch.wasted, 0)
  const figuresShown = [
    { id: 'doses', value: formatNumber(doses, language), words: t('vaccinationRecords.key.dosesWords', { count: days.length }) },
    { id: 'came', value: formatNumber(came, language), words: t('vaccinationRecords.key.cameWords', { count: left }) },
    { id: 'wasted', value: formatNumber(wasted, language), words: t('vaccinationRecords.key.wastedWords', { percent: percentOf(wasted, brought), count: brought }) },
  ] as const
  return (
    <ul className="key-figures" aria-label={t('vaccinationRecords.key.title')}>
      {figuresShown.map(({ id, value, words }) => (
        <li key={id} className="key-figures__one">
          <span className="key-figures__name">{t(`vaccinationRecords.key.${id}`)}</span>
          <strong className="key-figures__value">{value}</strong>
          <span className="key-figures__words">{words}</span>
        </li>
      ))}
    </ul>
  )
}
