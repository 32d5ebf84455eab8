import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { plusCalendarDays } from '../../../../shared/german-days.ts'
import { formatWeekday } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { clockOf } from './blocks.ts'
import type { Column } from './columns.ts'
import { weekNumber } from './days.ts'
import { shortWeekday } from './titles.ts'
import type { Words } from './words.ts'

interface Props {
  /** One for each day, whole weeks. */
  readonly columns: readonly Column[]
  /** Any day of the month that is meant. */
  readonly day: string
  readonly today: string
  readonly words: Words
  readonly onDay: (day: string) => void
}

const DAYS_A_WEEK = 7
const FIRST_ENTRIES = 3

/** How much there is on each day, and what comes first; a day leads to all of it. */
export function Month({ columns, day, today, words, onDay }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
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
            {week.map(column => <Day key={column.day} column={column} isOther={column.day.slice(0, 7) !== day.slice(0, 7)} isToday={column.day === today} words={words} onDay={onDay} />)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayProps {
  readonly column: Column
  readonly isOther: boolean
  readonly isToday: boolean
  readonly words: Words
  readonly onDay: (day: string) => void
}

function Day({ column: { day, blocks, open, holiday, closed }, isOther, isToday, words, onDay }: DayProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const reason = holiday ?? (open.length === 0 ? closed[0]?.title || t('calendar.closed') : undefined)
  const count = blocks.length
  return (
    <td className={`cal-month__day${isOther ? ' cal-month__day--other' : ''}${reason ? ' cal-month__day--closed' : ''}`}>
      <button type="button" className="cal-month__open" aria-current={isToday ? 'date' : undefined} onClick={() => onDay(day)}>
        <span className="sr-only">{formatWeekday(day, language)}</span>
        <span aria-hidden="true" className={isToday ? 'cal-month__number cal-month__number--today' : 'cal-month__number'}>{Number(day.slice(8))}</span>
        {reason && <span className="cal-month__reason">{reason}</span>}
        {count > 0 && <span className="cal-month__count">{t('calendar.count', { count })}</span>}
        {blocks.slice(0, FIRST_ENTRIES).map(block => <span key={block.appointment.id} className="cal-month__entry"><b>{clockOf(block.from)}</b> {words.nameOf(block.appointment)}</span>)}
      </button>
    </td>
  )
}
