import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { PlaceStatistics } from '../../../../shared/domains/appointments/statistics.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Few } from '../../../ui/schema-form/choices.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useStatistics } from '../queries.ts'
import { CapacityTable } from './capacity-table.tsx'
import { ChannelTable } from './channel-table.tsx'
import { KeyFigures } from './key-figures.tsx'
import { MissedTables } from './missed-tables.tsx'
import { daysOf, STATISTICS_PERIODS, type StatisticsPeriod } from './statistics-period.ts'
import { TimesTable } from './times-table.tsx'
import './statistics.css'

/** How a place was used: where opening hours are decided stands what they should follow. */
export function StatisticsPanel({ here }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const [period, setPeriod] = useState<StatisticsPeriod>('weeks')
  const days = daysOf(period, today)
  const answer = useStatistics({ placeId: here.place.id, ...days })
  return (
    <>
      <div className="statistics__period">
        <Few
          label={t('statistics.period')} hint={t('statistics.between', { from: formatPlainDay(days.fromDay, language), to: formatPlainDay(days.toDay, language) })} error={undefined} value={period}
          isRequired={false} isReadOnly={false} items={STATISTICS_PERIODS.map(id => ({ id, name: t(`statistics.periods.${id}`) }))} onChange={id => setPeriod(STATISTICS_PERIODS.find(one => one === id) ?? 'weeks')}
        />
      </div>
      {answer.kind === 'loading' && <output className="muted">{t('statistics.calculating')}</output>}
      {answer.kind === 'refused' && <Problem refusal={answer.refusal} />}
      {answer.kind === 'here' && <Figures here={here} statistics={answer.value} />}
    </>
  )
}

function Figures({ here, statistics }: { readonly here: FurnishedPlace; readonly statistics: PlaceStatistics }): ReactElement {
  const { t } = useTranslation()
  const { booked, walkIns } = statistics
  if (walkIns === null) return <div className="empty"><Icon name="clock" size={32} /><p>{t('statistics.tooFew')}</p><p>{t('statistics.tooFewHint')}</p></div>
  return (
    <>
      <KeyFigures statistics={statistics} booked={booked} walkIns={walkIns} />
      <CapacityTable capacity={statistics.capacity} />
      <TimesTable here={here} statistics={statistics} />
      <MissedTables here={here} statistics={statistics} />
      <ChannelTable channels={statistics.channels} />
      <div className="statistics__notes">
        {booked && booked.unmarked > 0 && <p>{t('statistics.unmarked', { count: booked.unmarked })}</p>}
        <p>{t('statistics.hiddenNote')}</p>
        <p>{t('statistics.hoursNote')}</p>
      </div>
    </>
  )
}
