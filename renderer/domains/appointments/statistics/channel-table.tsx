import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcomes, PlaceStatistics } from '../../../../shared/domains/appointments/statistics.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { ShareBar } from '../../../ui/share-bar.tsx'
import { percentOf } from './meanings.ts'
import { StatisticsPart } from './statistics-part.tsx'

const sum = ({ came, missed, cancelled, unmarked }: Outcomes): number => came + missed + cancelled + unmarked

/** By which way people come to their time, and what becomes of it. */
export function ChannelTable({ channels }: Pick<PlaceStatistics, 'channels'>): ReactElement {
  const { t } = useTranslation()
  const all = channels.reduce((total, { outcomes }) => total + (outcomes ? sum(outcomes) : 0), 0)
  const online = channels.find(({ channel }) => channel === 'portal')?.outcomes
  const meaning = online ? t('statistics.channels.meaning', { percent: percentOf(sum(online), all) }) : t('statistics.channels.noMeaning')
  return (
    <StatisticsPart title={t('statistics.channels.title')} meaning={meaning}>
      <DataTable caption={t('statistics.channels.title')} isCaptionUnseen className="statistics__table" heads={[t('statistics.channels.way'), t('statistics.channels.share'), t('statistics.channels.outcome')]}>
        {channels.map(({ channel, outcomes }) => (
          <tr key={channel}>
            <th scope="row">{t(`appointments.channel.${channel}`)}</th>
            <td>{outcomes ? <Share count={sum(outcomes)} all={all} /> : <span className="muted">{t('statistics.hidden')}</span>}</td>
            <td>{outcomes ? t('statistics.channels.outcomes', outcomes) : t('common.none')}</td>
          </tr>
        ))}
      </DataTable>
    </StatisticsPart>
  )
}

function Share({ count, all }: { readonly count: number; readonly all: number }): ReactElement {
  const { t } = useTranslation()
  const percent = percentOf(count, all)
  return <ShareBar percent={percent}><strong>{t('statistics.percent', { percent })}</strong> <span className="muted">{t('statistics.channels.count', { count })}</span></ShareBar>
}
