import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DepartmentFigures, Report, ReportQuery } from '../../../shared/contract/reports.ts'
import type { Period } from '../../../shared/domains/reports/periods.ts'
import { usePerson, useStatus } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { formatDayAndTime, formatPlainDay } from '../../ui/format.ts'
import { Problem } from '../../ui/problem.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import type { RowsBehind } from './figure-data.ts'
import type { FigureWords } from './figure-words.ts'
import { PeriodFigures, StuckFigures } from './report-figures.tsx'
import { PersonFiguresSetting } from './person-figures.tsx'
import { useReport, useReportDepartments, useTitles, type ReportAnswer } from './queries.ts'
import { DepartmentChoice, ReportToolbar } from './report-toolbar.tsx'
import { useAsTables } from './use-as-tables.ts'
import { periodTiles, standingTiles } from './tile-data.ts'
import { Tiles } from './tiles.tsx'
import { TownReport } from './town-report.tsx'
import { usePeriod } from './use-period.ts'
import './reports.css'

export interface ReportsPageProps {
  /** Opens the list with the cases behind a figure. */
  readonly onRows: (behind: RowsBehind) => void
  readonly onCase: (id: string) => void
}

/** What is stuck and where: for those who lead, their departments, every number with its cases; for administrators, the town. */
export function ReportsPage(props: ReportsPageProps): ReactElement {
  const { t } = useTranslation()
  const departments = useReportDepartments()
  const seesTown = usePerson().grants.some(({ role }) => role === 'administrator')
  const [wantsTown, setWantsTown] = useState(false)
  if (!departments) return <Screen title={t('reports.title')} intro={t('reports.calculating')} isWide>{null}</Screen>
  const led = departments.filter(({ isLed }) => isLed)
  if (seesTown && (wantsTown || led.length === 0)) return <TownReport onOwn={led.length > 0 ? () => setWantsTown(false) : undefined} />
  return <Reports departments={led} holdsMore={led.length < departments.length} onTown={seesTown ? () => setWantsTown(true) : undefined} {...props} />
}

interface ReportsProps extends ReportsPageProps {
  /** Those the person leads. */
  readonly departments: readonly DepartmentFigures[]
  /** Whether this desk holds cases of others too. */
  readonly holdsMore: boolean
  /** To the figures of the whole town. */
  readonly onTown: (() => void) | undefined
}

function Reports({ departments, holdsMore, onTown, onRows, onCase }: ReportsProps): ReactElement {
  const { t } = useTranslation()
  const [departmentId, setDepartmentId] = useState<string | null>(null)
  const chosenPeriod = usePeriod()
  const tables = useAsTables()
  const query: ReportQuery = { departmentId: departments.find(({ id }) => id === departmentId)?.id ?? null, period: chosenPeriod.period }
  const answer = useReport(query)
  const chosen = departments.filter(({ id }) => departmentId === null || id === departmentId)
  const words = useWords(chosen, holdsMore || chosen.length < departments.length)
  return (
    <Screen title={t('reports.title')} intro={<AsOf answer={answer} />} actions={<>{onTown && <Button onPress={onTown}>{t('reports.town.title')}</Button>}<Button kind="quiet" onPress={answer.askAgain}>{t('reports.again')}</Button></>} isWide>
      <div className="report">
        <ReportToolbar chosen={chosenPeriod} {...tables}>
          {departments.length > 1 && <DepartmentChoice departments={departments} value={departmentId} onChange={setDepartmentId} />}
        </ReportToolbar>
        {answer.refusal && <Problem refusal={answer.refusal} />}
        {answer.report && (
          <div className="report__body" aria-busy={answer.isRunning}>
            <Tiles title={t('reports.standing.title')} tiles={standingTiles(answer.report, words)} onRows={onRows} />
            <StuckFigures report={answer.report} words={words} prefersTables={tables.prefersTables} onRows={onRows} />
            <PeriodLine report={answer.report} />
            <Tiles title={t('reports.inPeriod.title')} tiles={periodTiles(answer.report, words)} onRows={onRows} />
            {!answer.report.now.work && <p className="callout">{t('reports.inPeriod.hidden')}</p>}
            <PeriodFigures report={answer.report} words={words} prefersTables={tables.prefersTables} onRows={onRows} onCase={onCase} />
            <PersonFiguresSetting departments={chosen} />
          </div>
        )}
      </div>
    </Screen>
  )
}

function useWords(departments: readonly DepartmentFigures[], areFewer: boolean): FigureWords {
  const { t } = useTranslation()
  const language = useLanguage()
  const serviceTitle = useTitles()
  const agreedIds = departments.filter(({ personFigures }) => personFigures?.isOn).map(({ id }) => id)
  return { t, language, serviceTitle, departmentIds: areFewer ? departments.map(({ id }) => id) : [], agreedIds }
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
