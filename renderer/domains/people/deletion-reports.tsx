import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeletionRun } from '../../../shared/wire/privacy.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { formatDayAndTime, formatNumber } from '../../ui/format.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { ByService } from './by-service.tsx'
import type { Asked } from './asked.ts'

/** What was deleted when, by whom and by which rule; it names no case. */
export function DeletionReports({ answer }: { readonly answer: Asked<{ readonly runs: readonly DeletionRun[] }> }): ReactElement | null {
  const { t } = useTranslation()
  if (answer.kind !== 'told') return null
  const { runs } = answer.value
  return (
    <section className="stack" aria-labelledby="reports-title">
      <h2 id="reports-title" className="panel__title">{t('privacy.reports')}</h2>
      {runs.length === 0 && <p className="muted">{t('privacy.noReports')}</p>}
      {runs.length > 0 && (
        <DataTable caption={t('privacy.reports')} isCaptionUnseen heads={[t('privacy.when'), t('privacy.by'), t('privacy.state'), t('privacy.rules'), { title: t('privacy.deletedCases'), isNumber: true }]}>
          {runs.map(run => <Report key={run.id} run={run} />)}
        </DataTable>
      )}
    </section>
  )
}

function Report({ run }: { readonly run: DeletionRun }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { begunAt, byName, endedAt, services, deleted, planned } = run
  return (
    <tr>
      <th scope="row">{formatDayAndTime(begunAt, language)}</th>
      <td>{byName}</td>
      <td>{endedAt ? t('privacy.finished') : t('privacy.unfinished', { done: formatNumber(deleted, language), of: formatNumber(planned, language) })}</td>
      <td><details><summary>{t('privacy.servicesCount', { count: services.length })}</summary><ByService services={services} caption={t('privacy.byService')} /></details></td>
      <td className="number">{formatNumber(deleted, language)}</td>
    </tr>
  )
}
