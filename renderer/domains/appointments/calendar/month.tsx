import { useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, MonthDay } from '../../../../shared/contract/appointments.ts'
import { plusCalendarDays } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatWeekday } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useMonth } from '../queries.ts'
import { blockOf, clockOf } from './blocks.ts'
import { dayColumns, type Column } from './columns.ts'
import { daysOf, weekNumber } from './days.ts'
import type { Filters } from './filters.ts'
import { shortWeekday } from './titles.ts'
import type { Words } from './words.ts'

interface Props {
  readonly here: FurnishedPlace
  readonly filters: Filters
  /** Any day of the month that is meant. */
  readonly day: string
  readonly today: string
  readonly words: Words
  readonly onDay: (day: string) => void
}

const DAYS_A_WEEK = 7

/** How much there is on each day, and what comes first; a day leads to all of it. */
export function Month({ here, filters, day, today, words, onDay }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  const days = daysOf('month', day)
  const counted = useMonth({ placeId: here.place.id, fromDay: days[0] ?? day, toDay: days.at(-1) ?? day, counters: [...filters.counters], services: [...filters.services], statuses: [...filters.statuses] })
  const columns = useMemo(() => {
    const resources = here.resources.filter(({ id }) => filters.counters.length === 0 || filters.counters.includes(id))
    return dayColumns({ here, resources, booked: [], isShown: () => true, nowMs, language }, daysOf('month', day))
  }, [here, filters, nowMs, language, day])
  const weeks = Array.from({ length: columns.length / DAYS_A_WEEK }, (_, week) => columns.slice(week * DAYS_A_WEEK, (week + 1) * DAYS_A_WEEK))
  const first = columns[0]?.day ?? day
  return (
    <table className="cal-month" aria-label={t('calendar.views.month')}>
      <thead>
        <tr>
          <th scope="col" className="cal-month__week"><span aria-hidden="true">{t('calendar.week')}</span><span className="sr-only">{t('calendar.weekLong')}</span></th>
          {Array.from({ length: DAYS_A_WEEK }, (_, index) => <th key={index} scope="col">{shortWeekday(plusCalendarDays(first, index), language)}</th>)}
        </tr>
      </thead>
      <tbody>
        {weeks.map(week => (
          <tr key={week[0]?.day}>
            <th scope="row" className="cal-month__week">{weekNumber(week[0]?.day ?? day)}</th>
            {week.map(column => <Day key={column.day} column={column} counted={counted.get(column.day)} isOther={column.day.slice(0, 7) !== day.slice(0, 7)} isToday={column.day === today} words={words} onDay={onDay} />)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayProps {
  /** Undefined until it has been counted. */
  readonly counted: MonthDay | undefined
  readonly column: Column
  readonly isOther: boolean
  readonly isToday: boolean
  readonly words: Words
  readonly onDay: (day: string) => void
}

function Day({ column: { day, open, holiday, closed }, counted, isOther, isToday, words, onDay }: DayProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const reason = holiday ?? (open.length === 0 ? closed[0]?.title || t('calendar.closed') : undefined)
  const { count, first } = counted ?? { count: 0, first: [] }
  return (
    <td className={`cal-month__day${isOther ? ' cal-month__day--other' : ''}${reason ? ' cal-month__day--closed' : ''}`}>
      <button type="button" className="cal-month__open" aria-current={isToday ? 'date' : undefined} onClick={() => onDay(day)}>
        <span className="sr-only">{formatWeekday(day, language)}</span>
        <span aria-hidden="true" className={isToday ? 'cal-month__number cal-month__number--today' : 'cal-month__number'}>{Number(day.slice(8))}</span>
        {reason && <span className="cal-month__reason">{reason}</span>}
        {count > 0 && <span className="cal-month__count">{t('calendar.count', { count })}</span>}
        {first.map(blockOf).map(block => <span key={block.appointment.id} className="cal-month__entry"><b>{clockOf(block.from)}</b> {words.nameOf(block.appointment)}</span>)}
      </button>
    </td>
  )
}
