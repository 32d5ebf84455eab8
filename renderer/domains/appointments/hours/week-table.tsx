import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { OpeningHours, Resource } from '../../../../shared/domains/appointments/tables.ts'
import { germanDayAt, holidayName, plusCalendarDays, weekdayOf } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatPlainDay, formatWeekday } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { counterWords } from './counter-words.ts'
import { timeWords } from './hours-words.ts'
import { daysAtAGlance, type DayAtAGlance, type OpenTogether } from './week-days.ts'

/** A week as it is now: when which counters are open, for everybody or inside only, and what keeps them closed. */
export function WeekTable({ here }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const [weeks, setWeeks] = useState(0)
  const monday = plusCalendarDays(today, 1 - weekdayOf(today) + weeks * 7)
  const days = daysAtAGlance(monday, 7, here.lines, here.resources)
  return (
    <section className="hours__part" aria-labelledby="hours-week">
      <div className="hours__head">
        <h2 id="hours-week" className="panel__title">{t('hours.week.title', { from: formatPlainDay(monday, language), to: formatPlainDay(plusCalendarDays(monday, 6), language) })}</h2>
        <div className="row">
          <IconButton icon="back" label={t('hours.week.before')} onPress={() => setWeeks(weeks - 1)} />
          <Button kind="quiet" isDisabled={weeks === 0} onPress={() => setWeeks(0)}>{t('hours.week.now')}</Button>
          <span className="hours__turned"><IconButton icon="back" label={t('hours.week.after')} onPress={() => setWeeks(weeks + 1)} /></span>
        </div>
      </div>
      <DataTable caption={t('hours.week.caption')} isCaptionUnseen className="hours__week" heads={[t('hours.week.day'), t('hours.week.public'), t('hours.week.inside'), t('hours.week.gone')]}>
        {days.map(day => <Day key={day.day} day={day} isToday={day.day === today} resources={here.resources} />)}
      </DataTable>
    </section>
  )
}

function Day({ day: { day, open, gone }, isToday, resources }: { readonly day: DayAtAGlance; readonly isToday: boolean; readonly resources: readonly Resource[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const isClosed = open.length === 0
  const holiday = holidayName(day, language)
  return (
    <tr className={isToday ? 'hours__today' : undefined} aria-current={isToday ? 'date' : undefined}>
      <th scope="row">{formatWeekday(day, language)}{isToday && <span className="hours__mark">{t('hours.week.today')}</span>}</th>
      {isClosed
        ? <td colSpan={2} className="muted">{t('hours.week.closed')}</td>
        : [true, false].map(isPublic => <td key={String(isPublic)}><Times open={open.filter(one => one.isPublic === isPublic)} resources={resources} /></td>)}
      <td>
        <ul className="hours__gone">
          {holiday && <li><Icon name="calendar" size={16} />{t('hours.week.holiday', { name: holiday })}</li>}
          {gone.map(line => <Gone key={line.id} line={line} resources={resources} />)}
        </ul>
      </td>
    </tr>
  )
}

function Times({ open, resources }: { readonly open: readonly OpenTogether[]; readonly resources: readonly Resource[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  if (open.length === 0) return <span className="muted">{t('common.none')}</span>
  return (
    <ul className="hours__times">
      {open.map(({ times, resourceIds }) => (
        <li key={resourceIds.join()}>
          <strong>{times.map(({ from, to }) => timeWords(t, { startTime: from, endTime: to })).join(', ')}</strong>
          <span className="muted">{counterWords(resourceIds, resources, language)}</span>
        </li>
      ))}
    </ul>
  )
}

function Gone({ line, resources }: { readonly line: OpeningHours; readonly resources: readonly Resource[] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const where = line.resourceIds.length > 0 ? `, ${counterWords(line.resourceIds, resources, language)}` : ''
  return <li><Icon name={line.kind === 'break' ? 'pause' : 'crossCircle'} size={16} />{line.title || t(`hours.kind.${line.kind}`)}, {timeWords(t, line)}{where}</li>
}
