import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { Minutes, PlaceStatistics } from '../../../../shared/domains/appointments/statistics.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { ShareBar } from '../../../ui/share-bar.tsx'
import { percentOf, planMeaning } from './meanings.ts'
import { serviceRows } from './service-rows.ts'
import { StatisticsPart } from './statistics-part.tsx'

/** How long people wait and are served for what they come for, beside what is planned for it. */
export function TimesTable({ here, statistics: { services } }: { readonly here: FurnishedPlace; readonly statistics: PlaceStatistics }): ReactElement {
  const { t } = useTranslation()
  const off = planMeaning(services, here.services)
  const longest = Math.max(1, ...services.flatMap(({ waiting, serving }) => [waiting?.median ?? 0, serving?.median ?? 0]))
  const meaning = off
    ? t(off.minutes > off.service.minutes ? 'statistics.times.longer' : 'statistics.times.shorter', { service: off.service.title, minutes: off.minutes, planned: off.service.minutes })
    : t('statistics.times.fine')
  return (
    <StatisticsPart title={t('statistics.times.title')} meaning={meaning}>
      <DataTable caption={t('statistics.times.title')} isCaptionUnseen className="statistics__table" heads={[t('statistics.service'), t('statistics.times.waiting'), t('statistics.times.serving'), { title: t('statistics.times.planned'), isNumber: true }]}>
        {serviceRows(t, here, services).map(({ id, title, row, planned }) => (
          <tr key={id}>
            <th scope="row">{title}</th>
            <td><MinutesCell minutes={row.waiting} longest={longest} /></td>
            <td><MinutesCell minutes={row.serving} longest={longest} /></td>
            <td className="number">{planned === undefined ? t('common.none') : t('statistics.minutes', { minutes: planned })}</td>
          </tr>
        ))}
      </DataTable>
    </StatisticsPart>
  )
}

function MinutesCell({ minutes, longest }: { readonly minutes: Minutes; readonly longest: number }): ReactElement {
  const { t } = useTranslation()
  if (!minutes) return <span className="muted">{t('statistics.hidden')}</span>
  return (
    <ShareBar percent={percentOf(minutes.median, longest)}>
      <strong>{t('statistics.minutes', { minutes: minutes.median })}</strong> <span className="muted">{t('statistics.times.upTo', { minutes: minutes.p90 })}</span>
    </ShareBar>
  )
}
