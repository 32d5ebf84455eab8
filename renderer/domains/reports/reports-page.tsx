import { useMemo, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DepartmentFigures, Report, ReportQuery } from '../../../shared/contract/reports.ts'
import { periodNamed, type Period } from '../../../shared/domains/reports/periods.ts'
import { germanDayAt } from '../../../shared/german-days.ts'
import { useCore, useStatus } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { formatDayAndTime, formatPlainDay } from '../../ui/format.ts'
import { Problem } from '../../ui/problem.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { usePreference } from '../../ui/use-preference.ts'
import type { Json } from '../../../shared/json.ts'
import type { RowsBehind } from './figure-data.ts'
import type { FigureWords } from './figures.ts'
import { ReportFigures } from './report-figures.tsx'
import { PersonFiguresSetting } from './person-figures.tsx'
import { useReport, useReportDepartments, useTitles, type ReportAnswer } from './queries.ts'
import { ReportToolbar, type PeriodChoice } from './report-toolbar.tsx'
import { PeriodTiles, StandingTiles } from './tiles.tsx'
import './reports.css'

export interface ReportsPageProps {
  /** Opens the list with the cases behind a figure. */
  readonly onRows: (behind: RowsBehind) => void
  readonly onCase: (id: string) => void
}

const isYes = (value: Json): value is boolean => typeof value === 'boolean'

/** What is stuck and where, for those who lead: numbers first, then figures; every number opens its cases. */
export function ReportsPage(props: ReportsPageProps): ReactElement {
  const { t } = useTranslation()
  const departments = useReportDepartments()
  const led = departments?.filter(({ isLed }) => isLed)
  if (!led) return <Screen title={t('reports.title')} intro={t('reports.calculating')} isWide>{null}</Screen>
  return <Reports departments={led} {...props} />
}

function Reports({ departments, onRows, onCase }: ReportsPageProps & { readonly departments: readonly DepartmentFigures[] }): ReactElement {
  const { t } = useTranslation()
  const { clock } = useCore()
  const [departmentId, setDepartmentId] = useState<string | null>(null)
  const [choice, setChoice] = useState<PeriodChoice>('30-days')
  const [own, setOwn] = useState<Period>(() => periodNamed('30-days', germanDayAt(clock.nowMs())))
  const tables = usePreference('reports/as-tables', isYes)
  const period = choice === 'own' ? own : periodNamed(choice, germanDayAt(clock.nowMs()))
  const query: ReportQuery = { departmentId: departments.find(({ id }) => id === departmentId)?.id ?? null, period }
  const answer = useReport(query)
  const words = useWords(query)
  const chosen = departments.filter(({ id }) => departmentId === null || id === departmentId)
  return (
    <Screen title={t('reports.title')} intro={<AsOf answer={answer} />} actions={<Button kind="quiet" onPress={answer.askAgain}>{t('reports.again')}</Button>} isWide>
      <div className="report">
        <ReportToolbar
          {...{ departments, departmentId, choice, period }} onDepartment={setDepartmentId} onChoice={setChoice} onOwnPeriod={setOwn}
          prefersTables={tables.value ?? false} onPrefersTables={tables.set}
        />
        {answer.refusal && <Problem refusal={answer.refusal} />}
        {answer.report && (
          <div className="report__body" aria-busy={answer.isRunning}>
            <StandingTiles report={answer.report} words={words} onRows={onRows} />
            <PeriodLine report={answer.report} />
            <PeriodTiles report={answer.report} words={words} onRows={onRows} />
            <ReportFigures report={answer.report} words={words} prefersTables={tables.value ?? false} onRows={onRows} onCase={onCase} />
            <PersonFiguresSetting departments={chosen} />
          </div>
        )}
      </div>
    </Screen>
  )
}

function useWords(query: ReportQuery): FigureWords {
  const { t } = useTranslation()
  const language = useLanguage()
  const serviceTitle = useTitles()
  return useMemo(() => ({ t, language, serviceTitle, query }), [t, language, serviceTitle, query])
}

/** How old the figures are. */
function AsOf({ answer: { report, isRunning } }: { readonly answer: ReportAnswer }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const status = useStatus()
  const syncedAt = status?.connection === 'offline' ? status.lastSyncAt : null
  const told = isRunning || !report ? t('reports.calculating') : t('reports.asOf', { time: formatDayAndTime(report.at, language) })
  return <output>{told}{syncedAt && ` · ${t('reports.offline', { time: formatDayAndTime(syncedAt, language) })}`}</output>
}

function PeriodLine({ report: { now, before } }: { readonly report: Report }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const days = ({ from, to }: Period) => ({ from: formatPlainDay(from, language), to: formatPlainDay(to, language) })
  return <p className="report__period"><strong>{t('reports.between', days(now.period))}</strong>, {t('reports.comparedWith', days(before.period))}</p>
}
