import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { MissedShare, PlaceStatistics } from '../../../../shared/domains/appointments/statistics.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { ShareBar } from '../../../ui/share-bar.tsx'
import { mostMissed, percentOf } from './meanings.ts'
import { serviceRows } from './service-rows.ts'
import { StatisticsPart } from './statistics-part.tsx'

/** Who did not come, by how long before it was booked and by what for. */
export function MissedTables({ here, statistics: { services, leads } }: { readonly here: FurnishedPlace; readonly statistics: PlaceStatistics }): ReactElement {
  const { t } = useTranslation()
  const byLead = leads.map(({ lead, missed }) => ({ id: lead, title: t(`statistics.lead.${lead}`), missed }))
  const byService = serviceRows(t, here, services).map(({ id, title, row: { missed } }) => ({ id, title, missed }))
  const worst = mostMissed(leads)
  const dearest = mostMissed(byService)
  return (
    <div className="hours__pair">
      <MissedTable
        title={t('statistics.missed.byLead')} head={t('statistics.missed.lead')} rows={byLead}
        meaning={worst ? t(`statistics.missed.leadMeaning.${worst.row.lead}`, { percent: worst.percent }) : t('statistics.missed.alike')}
      />
      <MissedTable
        title={t('statistics.missed.byService')} head={t('statistics.service')} rows={byService}
        meaning={dearest ? t('statistics.missed.serviceMeaning', { service: dearest.row.title, percent: dearest.percent }) : t('statistics.missed.alike')}
      />
    </div>
  )
}

interface Props {
  readonly title: string
  readonly head: string
  readonly meaning: string
  readonly rows: readonly { readonly id: string; readonly title: string; readonly missed: MissedShare }[]
}

function MissedTable({ title, head, meaning, rows }: Props): ReactElement {
  const { t } = useTranslation()
  const most = Math.max(1, ...rows.map(({ missed }) => (missed ? percentOf(missed.missed, missed.all) : 0)))
  return (
    <StatisticsPart title={title} meaning={meaning}>
      <DataTable caption={title} isCaptionUnseen className="statistics__table" heads={[head, t('statistics.missed.share')]}>
        {rows.map(row => <tr key={row.id}><th scope="row">{row.title}</th><td><Share missed={row.missed} most={most} /></td></tr>)}
      </DataTable>
    </StatisticsPart>
  )
}

function Share({ missed, most }: { readonly missed: MissedShare; readonly most: number }): ReactElement {
  const { t } = useTranslation()
  if (!missed) return <span className="muted">{t('statistics.hidden')}</span>
  const percent = percentOf(missed.missed, missed.all)
  return <ShareBar percent={percentOf(percent, most)}><strong>{t('statistics.percent', { percent })}</strong> <span className="muted">{t('statistics.missed.of', missed)}</span></ShareBar>
}
