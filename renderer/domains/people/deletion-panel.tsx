import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeletionPreview } from '../../../shared/wire/privacy.ts'
import { formatDay, formatDayAndTime, formatNumber, formatPlainDay } from '../../ui/format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Problem } from '../../ui/problem.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { ByService } from './by-service.tsx'
import { DeletionAction } from './deletion-action.tsx'
import { DeletionReports } from './deletion-reports.tsx'
import { useDeletable, useDeletionRuns } from './queries.ts'

/** What the rules of the services let go: seen first, deleted then, reported in the end. */
export function DeletionPanel(): ReactElement {
  const { t } = useTranslation()
  const deletable = useDeletable()
  const runs = useDeletionRuns()
  const { answer } = deletable
  const renew = (): void => {
    deletable.renew()
    runs.renew()
  }
  return (
    <div className="stack privacy">
      {answer.kind === 'asking' && <p className="muted">{t('common.loading')}</p>}
      {answer.kind === 'refused' && <Problem refusal={answer.refusal} />}
      {answer.kind === 'told' && <Preview preview={answer.value} onDeleted={renew} />}
      <DeletionReports answer={runs.answer} />
    </div>
  )
}

function Preview({ preview, onDeleted }: { readonly preview: DeletionPreview; readonly onDeleted: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { total, services, withoutRule, withObjections, asOf } = preview
  return (
    <section className="stack" aria-labelledby="deletable-title">
      <header className="privacy__head">
        <div>
          <h2 id="deletable-title" className="panel__title">{t('privacy.deletable', { count: total, formatted: formatNumber(total, language) })}</h2>
          <p className="muted">{t('privacy.asOf', { time: formatDayAndTime(asOf, language) })}</p>
        </div>
        {total > 0 && <DeletionAction preview={preview} onDeleted={onDeleted} />}
      </header>
      {total > 0 && <ByService services={services} caption={t('privacy.byService')} />}
      {total > 0 && <Cases preview={preview} />}
      {withObjections.length > 0 && <WithObjections withObjections={withObjections} />}
      {withoutRule.length > 0 && <WithoutRule withoutRule={withoutRule} />}
    </section>
  )
}

function Cases({ preview: { cases, total, services } }: { readonly preview: DeletionPreview }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const titles = new Map(services.map(({ serviceId, title }) => [serviceId, title[language]]))
  return (
    <details className="privacy__cases">
      <summary>{cases.length < total ? t('privacy.showFirst', { count: cases.length }) : t('privacy.showAll')}</summary>
      <DataTable caption={t('privacy.single')} heads={[t('privacy.reference'), t('privacy.service'), t('privacy.ended'), t('privacy.since')]}>
        {cases.map(({ id, reference, serviceId, endedAt, from }) => (
          <tr key={id}>
            <th scope="row">{reference}</th>
            <td>{titles.get(serviceId) ?? serviceId}</td>
            <td>{formatDay(endedAt, language)}</td>
            <td>{formatPlainDay(from, language)}</td>
          </tr>
        ))}
      </DataTable>
    </details>
  )
}

function WithoutRule({ withoutRule }: Pick<DeletionPreview, 'withoutRule'>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="callout">
      <p>{t('privacy.withoutRule')}</p>
      <ul className="privacy__list">
        {withoutRule.map(({ serviceId, title, count }) => <li key={serviceId}>{t('privacy.withoutRuleLine', { title: title[language], count, formatted: formatNumber(count, language) })}</li>)}
      </ul>
    </div>
  )
}

function WithObjections({ withObjections }: Pick<DeletionPreview, 'withObjections'>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <div className="callout">
      <p>{t('privacy.withObjections')}</p>
      <ul className="privacy__list">
        {withObjections.map(({ runId, title, count }) => <li key={runId}>{t('privacy.withObjectionsLine', { title, count, formatted: formatNumber(count, language) })}</li>)}
      </ul>
    </div>
  )
}
