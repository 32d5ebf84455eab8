import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { NoticeRunId } from '../../shared/ids.ts'
import { FinalityPage } from '../domains/notices/clock/finality-page.tsx'
import { ConsentsPage } from '../domains/notices/consents/consents-page.tsx'
import { DeliveriesPage } from '../domains/notices/deliveries/deliveries-page.tsx'
import { ImportPage } from '../domains/notices/import/import-page.tsx'
import { NoticeSettingsPage } from '../domains/notices/settings/settings-page.tsx'
import { useWholeRun } from '../domains/notices/queries.ts'
import { RunPage } from '../domains/notices/run/run-page.tsx'
import { PdfToolsContext } from '../ui/pdf-sheet.tsx'
import { Problem } from '../ui/problem.tsx'
import { PDF_TOOLS } from './pdf-tools.ts'

/** `#/notices/<id>`: one run of mass notices. */
export function NoticeRunRoute(): ReactElement {
  const { id } = useParams({ from: '/notices/$id' })
  const runId = NoticeRunId.safeParse(id).data
  const whole = useWholeRun(runId)
  const openCase = useOpenCase()
  useTitle(whole?.run.title)
  if (runId === undefined || whole === null) return <div className="screen"><Problem refusal={{ code: 'request/not-found' }} /></div>
  return whole ? <PdfToolsContext value={PDF_TOOLS}><RunPage key={runId} whole={whole} onCase={openCase} /></PdfToolsContext> : <div className="screen" />
}

/** `#/notices/import`: from a table to a run. */
export function NoticeImportRoute(): ReactElement {
  const { t } = useTranslation()
  const navigate = useNavigate()
  useTitle(t('noticeImport.title'))
  const openRun = useCallback((id: NoticeRunId) => void navigate({ to: '/notices/$id', params: { id } }), [navigate])
  return <ImportPage onOpenRun={openRun} />
}

/** `#/notices/finality`: which notice is final when. */
export function FinalityRoute(): ReactElement {
  const { t } = useTranslation()
  const { run, notice } = useSearch({ from: '/notices/finality' })
  const openCase = useOpenCase()
  useTitle(t('noticeClock.title'))
  return <FinalityPage key={`${run} ${notice}`} runId={run ?? null} noticeId={notice} onCase={openCase} />
}

/** `#/notices/consents`: who gets notices in their mailbox. */
export function ConsentsRoute(): ReactElement {
  const { t } = useTranslation()
  useTitle(t('noticeConsents.title'))
  return <ConsentsPage />
}

/** `#/notices/deliveries`: who got which notice by which way and when. */
export function DeliveriesRoute(): ReactElement {
  const { t } = useTranslation()
  useTitle(t('noticeDeliveries.title'))
  return <PdfToolsContext value={PDF_TOOLS}><DeliveriesPage /></PdfToolsContext>
}

/** `#/notices/settings`: kinds of notices, the laws behind their deadlines, prices. */
export function NoticeSettingsRoute(): ReactElement {
  const { t } = useTranslation()
  useTitle(t('noticeSettings.title'))
  return <NoticeSettingsPage />
}

function useOpenCase(): (id: string) => void {
  const navigate = useNavigate()
  return id => void navigate({ to: '/applications/$id', params: { id }, search: { view: 'all' } })
}

function useTitle(title: string | undefined): void {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = [title ?? t('pages.notices'), t('app.name')].join(' – ')
  }, [t, title])
}
