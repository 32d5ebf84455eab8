import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { DAY_PARTS, type CapacityUse } from '../../../../shared/domains/appointments/capacity.ts'
import type { Language } from '../../../texts/languages.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { ShareBar } from '../../../ui/share-bar.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { weekdayName } from '../hours/weekday-words.ts'
import { usedPercent, capacityMeaning } from './meanings.ts'
import { StatisticsPart } from './statistics-part.tsx'

/** How full which weekday is before and after noon. */
export function CapacityTable({ capacity }: { readonly capacity: readonly CapacityUse[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const weekdays = [...new Set(capacity.map(({ weekday }) => weekday))]
  return (
    <StatisticsPart title={t('statistics.use.title')} meaning={meaningOf(t, language, capacity)}>
      <DataTable caption={t('statistics.use.title')} isCaptionUnseen className="statistics__table" heads={[t('statistics.use.day'), ...DAY_PARTS.map(part => t(`statistics.use.${part}`))]}>
        {weekdays.map(weekday => (
          <tr key={weekday}>
            <th scope="row">{weekdayName(weekday, language)}</th>
            {DAY_PARTS.map(part => <td key={part}><Cell cell={capacity.find(one => one.weekday === weekday && one.part === part)} /></td>)}
          </tr>
        ))}
      </DataTable>
    </StatisticsPart>
  )
}

function Cell({ cell }: { readonly cell: CapacityUse | undefined }): ReactElement {
  const { t } = useTranslation()
  if (!cell) return <span className="muted">{t('hours.week.closed')}</span>
  const hours = (minutes: number): number => Math.round(minutes / 60)
  return (
    <ShareBar percent={usedPercent([cell])}>
      <strong>{t('statistics.percent', { percent: usedPercent([cell]) })}</strong> <span className="muted">{t('statistics.use.hours', { booked: hours(cell.bookedMinutes), open: hours(cell.openMinutes) })}</span>
    </ShareBar>
  )
}

function meaningOf(t: TFunction, language: Language, capacity: readonly CapacityUse[]): string {
  const meaning = capacityMeaning(capacity)
  if (!meaning) return t('statistics.use.closed')
  const words = ({ weekday, part }: CapacityUse): string => t(`statistics.use.cell.${part}`, { weekday: weekdayName(weekday, language) })
  const { fullest, freest, advice } = meaning
  const facts = { full: words(fullest), fullPercent: usedPercent([fullest]), free: words(freest), freePercent: usedPercent([freest]) }
  return `${t(fullest === freest ? 'statistics.use.only' : 'statistics.use.both', facts)} ${t(`statistics.use.advice.${advice}`)}`
}
