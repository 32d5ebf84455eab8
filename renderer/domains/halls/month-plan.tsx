import type { ReactElement } from 'react'
import { Button as AriaButton, Toolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { isPublicHoliday, weekdayOf } from '../../../shared/german-days.ts'
import { formatEuros } from '../../ui/money.ts'
import { totalOf } from '../../../shared/domains/halls/prices.ts'
import { formatTime, formatWeekday } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { useSecrets } from '../people/use-secrets.ts'
import { tenantName, timesInWords } from './hall-words.tsx'
import { daysOfMonth, type PlanBar, type PlanRow } from './plan-rows.ts'

interface Props {
  readonly rows: readonly PlanRow[]
  readonly firstDay: string
  readonly today: string
  readonly onOpen: (bookingId: string) => void
}

const SATURDAY = 6

/** One plan of all houses: houses as rows, days as columns. Tab goes from house to house, arrow keys go through what is booked there. */
export function MonthPlan({ rows, firstDay, today, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const days = daysOfMonth(firstDay)
  return (
    <section className="hall-plan" aria-label={t('halls.plan')}>
      <DayHeads days={days} today={today} />
      {rows.map(row => <HallRow key={row.hall.id} row={row} days={days} today={today} onOpen={onOpen} />)}
    </section>
  )
}

const kindOf = (day: string, today: string): string =>
  [weekdayOf(day) >= SATURDAY || isPublicHoliday(day) ? ' hall-plan__day--off' : '', day === today ? ' hall-plan__day--today' : ''].join('')

/** Each booking says its day itself: for those who listen the heads would only be in the way. */
function DayHeads({ days, today }: { readonly days: readonly string[]; readonly today: string }): ReactElement {
  const language = useLanguage()
  return (
    <div className="hall-plan__row hall-plan__row--head" aria-hidden="true">
      <div className="hall-plan__hall" />
      <div className="hall-plan__days" style={{ gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` }}>
        {days.map(day => <div key={day} className={`hall-plan__head${kindOf(day, today)}`}><span>{formatWeekday(day, language).slice(0, 2)}</span><b>{Number(day.slice(8))}</b></div>)}
      </div>
    </div>
  )
}

function HallRow({ row: { hall, bars }, days, today, onOpen }: { readonly row: PlanRow; readonly days: readonly string[]; readonly today: string; readonly onOpen: Props['onOpen'] }): ReactElement {
  const { t } = useTranslation()
  const columns = { gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` }
  return (
    <div className="hall-plan__row">
      <div className="hall-plan__hall"><b>{hall.name}</b><span className="muted">{t('halls.upTo', { count: hall.capacity })}</span></div>
      <div className="hall-plan__cell">
        <div className="hall-plan__days hall-plan__days--back" style={columns} aria-hidden="true">{days.map(day => <div key={day} className={`hall-plan__day${kindOf(day, today)}`} />)}</div>
        <Toolbar className="hall-plan__days" style={columns} aria-label={hall.name}>
          {bars.map(bar => <Bar key={bar.booking.id} bar={bar} onOpen={onOpen} />)}
        </Toolbar>
      </div>
    </div>
  )
}

function Bar({ bar: { booking, column, daysBefore, days, daysAfter, hasConflict }, onOpen }: { readonly bar: PlanBar; readonly onOpen: Props['onOpen'] }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const isSecret = useSecrets()(booking.id)
  // What is seen comes first in what is said.
  const title = [
    `${shortTime(booking.startsAt, language)} ${booking.purpose}`, timesInWords(booking, language), tenantName(booking.tenant), t(`halls.status.${booking.status}`), ...(hasConflict ? [t('halls.conflict')] : []), ...(isSecret ? [t('people.secrecy.mark')] : []),
    t('halls.occupied', { from: formatTime(booking.occupiedFrom, language), until: formatTime(booking.occupiedUntil, language) }), formatEuros(totalOf(booking.prices), language),
  ].join(' · ')
  return (
    <AriaButton
      className={`hall-bar hall-bar--${booking.status}`} aria-label={title} style={{ gridColumn: `${column} / span ${daysBefore + days + daysAfter}` }}
      onPress={() => onOpen(booking.id)} render={dom => <button {...dom} title={title} />}
    >
      {daysBefore > 0 && <span className="hall-bar__around" style={{ flexGrow: daysBefore }} />}
      {days > 0 && (
        <span className="hall-bar__body" style={{ flexGrow: days }}>
          {hasConflict ? <Icon name="warning" size={16} /> : booking.isPending ? <Icon name="cloudWait" size={16} /> : null}
          <span className="hall-bar__what">{days > 1 ? `${shortTime(booking.startsAt, language)} ${booking.purpose}` : shortTime(booking.startsAt, language)}</span>
        </span>
      )}
      {daysAfter > 0 && <span className="hall-bar__around" style={{ flexGrow: daysAfter }} />}
    </AriaButton>
  )
}

/** `14` for 14:00, `14:30` as it is. */
const shortTime = (at: string, language: Parameters<typeof formatTime>[1]): string => formatTime(at, language).replace(/:00$/, '')

const LEGEND = ['requested', 'approved', 'contracted', 'handed-over', 'returned'] as const

export function PlanLegend(): ReactElement {
  const { t } = useTranslation()
  return (
    <ul className="hall-legend" aria-label={t('halls.legend')}>
      {LEGEND.map(status => <li key={status}><span className={`hall-bar hall-bar--${status} hall-legend__sample`} aria-hidden="true" />{t(`halls.status.${status}`)}</li>)}
      <li><span className="hall-bar hall-bar--approved hall-legend__sample" aria-hidden="true"><span className="hall-bar__around" style={{ flexGrow: 1 }} /></span>{t('halls.cleaning')}</li>
      <li className="late"><Icon name="warning" size={16} />{t('halls.conflict')}</li>
    </ul>
  )
}
